@pair
Feature: What voters were told
  ETH-MLS-OFFCHAIN, Creating Voting Proposal: for how many voters, and for which change, a proposal was sent.

  @DEMLS-BIND-02 @must @needs-voting.frame
  Rule: A proposal for fewer voters than the epoch has members is refused

    Scenario: For all of them
      Given Alice founded a group with Bob, Carol and Mallory
      And Mallory proposed to remove Bob to 4 voters
      When Alice votes YES on it
      Then the result is UNDECIDED for Alice, Bob and Carol

    Scenario Outline: For <few>
      Given Alice founded a group with Bob, Carol and Mallory
      And Mallory proposed to remove Bob to <few> voters
      When the steward commits
      Then the epoch is +0
      And the result is NONE for Alice, Bob and Carol
      And the group is Alice, Bob, Carol and Mallory

      Examples: nobody, herself, one less
        | few |
        |   0 |
        |   1 |
        |   3 |

  @DEMLS-BIND-03 @must @needs-voting.frame
  Rule: What is committed is what the voters were told

    Scenario: A payload that changes after the first vote is not what counts
      Given Alice founded a group with Bob, Carol and Mallory
      And Dave and Erin asked for admission
      And Mallory proposed to add Dave
      And Mallory said that it was to add Erin
      And Alice and Bob voted YES on it
      When the steward commits
      Then the group is Alice, Bob, Carol, Dave and Mallory

    Scenario: A steward who was told something else does not commit that
      Given Alice founded a group with Bob, Carol and Mallory
      And Dave and Erin asked for admission
      And Alice was out of reach
      And Mallory proposed to add Dave
      And Alice never got what was missed
      And Mallory said that it was to add Erin
      And Bob and Carol voted YES on it
      When the steward commits
      Then the epoch is +0
      And the group is Alice, Bob, Carol and Mallory
