@pair
Feature: de-MLS objects
  ETH-MLS-OFFCHAIN, de-MLS Objects: voting proposals, which travel as messages of the group, and whose votes count.

  @DEMLS-VP-01 @must
  Rule: A voting proposal changes the group when the vote has approved it

    Scenario Outline: <votes>
      Given Alice founded a group with Bob, Carol and Dave
      And Bob proposed to remove Dave
      And the votes on it were <votes>
      When the steward commits
      Then the group is <group>

      Examples: approved
        | votes                | group                |
        | Alice YES, Carol YES | Alice, Bob and Carol |

      Examples: rejected, open
        | votes                       | group                      |
        | Alice NO, Carol NO, Dave NO | Alice, Bob, Carol and Dave |
        | Alice YES                   | Alice, Bob, Carol and Dave |

    Scenario: Approval alone changes nothing yet
      Given Alice founded a group with Bob and Carol
      When the group approves to remove Carol
      Then the result is YES for Alice, Bob and Carol
      And the group is Alice, Bob and Carol

  @DEMLS-VP-02 @must
  Rule: Voting proposals are application messages of the group

    Scenario: What is sent
      Given Alice founded a group with Bob and Carol
      When Bob proposes to remove Carol
      Then what was sent is one application message
      And the result is UNDECIDED for Alice and Carol

    Scenario: Nobody outside can read it
      Given Alice founded a group with Bob and Carol
      And Dave overhears the group
      When Bob proposes to remove Carol
      Then Carol cannot be found in what was sent
      And Dave has never heard of it
      And the result is UNDECIDED for Alice

    Scenario: It changes no epoch, and no more so when it comes twice
      Given Alice founded a group with Bob and Carol
      And Carol was out of reach
      And Bob proposed to remove Bob
      When Carol gets what was missed twice
      Then the result is UNDECIDED for Carol
      And no epoch has passed

  @DEMLS-VP-03 @must
  Rule: Messages flow while voting proposals are open

    Scenario: Three are open, one of the steward's
      Given Alice founded a group with Bob and Carol
      And Dave and Erin asked for admission
      And Bob proposed to add Dave
      And Carol proposed to add Erin
      And Alice proposed to remove Bob
      When Alice, Bob and Carol write to the group
      Then Alice, Bob and Carol read what Alice, Bob and Carol wrote
      And the result is UNDECIDED for Alice, Bob and Carol

  @DEMLS-BIND-01 @must @needs-voting.frame
  Rule: A vote counts for the member who sent it

    Scenario: Mallory's own vote counts, once
      Given Alice founded a group with Bob, Carol and Mallory
      And Bob proposed to remove Carol
      When the votes on it are Alice YES, Mallory YES
      Then the result is YES for Alice, Bob and Carol

    Scenario: Votes under fresh keys do not
      Given Alice founded a group with Bob, Carol and Mallory
      And Bob proposed to remove Carol
      When Mallory votes YES under 3 fresh keys
      Then the result is UNDECIDED for Alice, Bob and Carol

    Scenario: Nor does a vote in another's name
      Given Alice founded a group with Bob, Carol and Mallory
      And Bob proposed to remove Carol
      And the votes on it were Mallory YES
      When Mallory votes YES in the name of Alice
      Then the result is UNDECIDED for Alice, Bob and Carol

    Scenario: Alice's own vote counts after that
      Given Alice founded a group with Bob, Carol and Mallory
      And Bob proposed to remove Carol
      And the votes on it were Mallory YES
      And Mallory voted YES in the name of Alice
      When the votes on it are Alice YES
      Then the result is YES for Alice, Bob and Carol

    Scenario: Nor do votes that were cast on something else
      Given Alice founded a group with Bob and Mallory
      And Dave asked for admission
      And Mallory proposed to add Dave to 3 voters
      And the votes on it were Alice YES
      And Mallory proposed to remove Bob with the votes on it
      When the steward commits
      Then the group is Alice, Bob, Dave and Mallory, or without Bob where a vote is tied to no proposal
