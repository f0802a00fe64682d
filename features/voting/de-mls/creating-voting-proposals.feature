@pair
Feature: Creating voting proposals
  ETH-MLS-OFFCHAIN, Creating Voting Proposal: what a proposal says, how it reaches the members, and how it ends.

  @DEMLS-CREATE-01 @may @needs-voting.frame
  Rule: A vote is opened with the Proposal of the text

    Scenario Outline: Bob proposes to <change>
      Given Alice founded a group with Bob and Mallory
      And Dave asked for admission
      When Bob proposes to <change>
      Then Mallory hears Bob's proposal to 3 voters, with his vote

      Examples: both kinds
        | change         |
        | add Dave       |
        | remove Mallory |
        | remove Bob     |

  @DEMLS-CREATE-02 @may
  Rule: Nodes can be added by vote and members removed

    Scenario: Bob proposes to add Dave
      Given Alice founded a group with Bob and Carol
      And Dave asked for admission
      And Bob proposed to add Dave
      And Alice voted YES on it
      When the steward commits
      Then the group is Alice, Bob, Carol and Dave

    Scenario Outline: <who> proposes to remove Carol
      Given Alice founded a group with Bob and Carol
      And <who> proposed to remove Carol
      And <other> voted YES on it
      When the steward commits
      Then the group is Alice and Bob

      Examples: another, oneself
        | who   | other |
        | Bob   | Alice |
        | Carol | Bob   |

    Scenario: To add Bob changes nothing
      Given Alice founded a group with Bob and Carol
      And the group approved to add Bob
      When the steward commits
      Then the group is Alice, Bob and Carol
      And the epoch is +0

    Scenario: To remove Dave changes nothing
      Given Alice founded a group with Bob and Carol
      And Dave asked for admission
      And the group approved to remove Dave
      When the steward commits
      Then the group is Alice, Bob and Carol
      And the epoch is +0

  @DEMLS-CREATE-03 @must
  Rule: A voting proposal goes to all members, as an application message

    Scenario: One message
      Given Alice founded a group with Bob and Carol
      When Bob proposes to remove Bob
      Then what was sent is 1 × application message
      And the result is UNDECIDED for Alice and Carol

    Scenario: Two proposals, two messages
      Given Alice founded a group with Bob and Carol
      And Dave asked for admission
      And Bob proposed to add Dave
      When Bob proposes to remove Bob
      Then what was sent is 1 × application message
      And the result is UNDECIDED for Alice and Carol

  @DEMLS-CREATE-04 @must
  Rule: A vote counts in the epoch in which it was cast

    Scenario: Votes that come before the commit
      Given Alice founded a group with Bob, Carol and Dave
      And Erin asked for admission
      And the group approved to add Erin
      And Bob proposed to remove Dave
      And Carol and Dave voted YES on it
      When the steward commits
      Then the group is Alice, Bob, Carol and Erin

    Scenario: Votes that come after it
      Given Alice founded a group with Bob, Carol and Dave
      And Erin asked for admission
      And the group approved to add Erin
      And Bob proposed to remove Dave
      And Alice was out of reach
      And Carol and Dave voted YES on it
      And the steward committed
      And Alice got what was missed
      When the steward commits
      Then the epoch is +1
      And the group is Alice, Bob, Carol, Dave and Erin

    Scenario: An open vote is not carried over
      Given Alice founded a group with Bob, Carol and Dave
      And Erin asked for admission
      And the group approved to add Erin
      And Bob proposed to remove Dave
      And the steward committed
      When Carol votes YES on it
      Then Carol gets a refusal
      And the group is Alice, Bob, Carol, Dave and Erin

  @DEMLS-CREATE-05 @must
  Rule: Every vote ends as YES or NO before its epoch does

    Scenario Outline: <yes> YES, <no> NO, and then the time is over
      Given Alice founded a group with Bob, Carol and Dave
      And Bob proposed to remove Dave
      And <yes> voted YES on it
      And <no> voted NO on it
      When the time for votes runs out
      Then the result is <result> for Alice, Bob, Carol and Dave

      Examples: a majority, a tie, no quorum
        | yes             | no                    | result    |
        | Alice and Carol | nobody                | YES       |
        | nobody          | Alice, Carol and Dave | NO        |
        | Alice           | Carol and Dave        | NO        |
        | nobody          | Carol                 | NO or YES |

    Scenario: A commit ends what is open
      Given Alice founded a group with Bob, Carol and Dave
      And Erin asked for admission
      And the group approved to add Erin
      And Bob proposed to remove Dave
      When the steward commits
      Then the result is NO for Alice, Bob, Carol and Dave
      And the group is Alice, Bob, Carol, Dave and Erin

  @DEMLS-CREATE-06 @must
  Rule: After a YES the steward commits, and the next epoch begins

    Scenario: YES
      Given Alice founded a group with Bob and Carol
      And Bob proposed to remove Carol
      And Alice voted YES on it
      When the steward commits
      Then what was sent is 1 × commit, 0 × welcome
      And the group is Alice and Bob
      And the epoch is +1

    Scenario: NO
      Given Alice founded a group with Bob and Carol
      And Bob proposed to remove Carol
      And Alice and Carol voted NO on it
      When the steward commits
      Then nothing was sent
      And the epoch is +0
      And the group is Alice, Bob and Carol
