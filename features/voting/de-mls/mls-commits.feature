@pair
Feature: Commits
  ETH-MLS-OFFCHAIN, MLS Objects: who is welcomed by a commit, who is left behind, and whose commits count.

  @DEMLS-COMMIT-01 @must
  Rule: A commit that adds somebody comes with a welcome

    Scenario: One joiner
      Given Alice founded a group with Bob
      And Dave asked for admission
      And the group approved to add Dave
      When the steward commits
      Then what was sent is 1 × commit, 1 × welcome
      And the group is Alice, Bob and Dave

    Scenario: Two joiners
      Given Alice founded a group with Bob
      And Dave and Erin asked for admission
      And the group approved to add Dave
      And the group approved to add Erin
      When the steward commits
      Then the group is Alice, Bob, Dave and Erin

    Scenario: A removal alone
      Given Alice founded a group with Bob and Carol
      And the group approved to remove Carol
      When the steward commits
      Then what was sent is 1 × commit, 0 × welcome
      And the group is Alice and Bob

  @DEMLS-COMMIT-02 @must
  Rule: Who is removed cannot read the next epoch

    Scenario: Who takes the commit
      Given Alice founded a group with Bob and Carol
      And the group approved to remove Carol
      And the steward committed
      When Alice writes to the group
      Then Bob can read what Alice wrote
      And Carol cannot read what Alice wrote
      And Carol is outside

    Scenario: Who ignores the commit
      Given Alice founded a group with Bob, Carol and Mallory
      And the group approved to remove Mallory
      And Mallory was out of reach
      And the steward committed
      And Mallory got what was missed without the commit
      When Alice writes to the group
      Then Bob and Carol can read what Alice wrote
      And Mallory cannot read what Alice wrote

    Scenario: Who comes back does not read what was written meanwhile
      Given Alice founded a group with Bob and Carol
      And the group approved to remove Carol
      And the steward committed
      And Carol was out of reach
      And Alice wrote to the group
      And Carol got what was missed
      And Carol asked for admission
      And the group approved to add Carol
      When the steward commits
      Then the group is Alice, Bob and Carol
      And Carol cannot read what Alice wrote

  @DEMLS-COMMIT-03 @must
  Rule: A commit of somebody who is not steward is not applied

    Scenario: The steward's
      Given Alice founded a group with Bob, Carol and Mallory
      And the group approved to remove Carol
      When the steward commits
      Then the group is Alice, Bob and Mallory

    Scenario Outline: Mallory commits to <change>
      Given Alice founded a group with Bob and Mallory
      And Dave asked for admission
      When Mallory commits to <change>
      Then the epoch is +0
      And the group is Alice, Bob and Mallory

      Examples: removals, an addition, new keys
        | change                                  |
        | remove Bob                              |
        | remove Alice                            |
        | add Dave                                |
        | nothing but new keys                    |
        | remove Bob, with the proposal before it |

    Scenario: Not even what was approved
      Given Alice founded a group with Bob, Carol and Mallory
      And the group approved to remove Carol
      And Mallory committed to remove Carol
      When Bob writes to the group
      Then Alice and Carol can read what Bob wrote
      And the epoch is +0
      And the group is Alice, Bob, Carol and Mallory

    Scenario: After it the steward's commit counts
      Given Alice founded a group with Bob, Carol and Mallory
      And the group approved to remove Carol
      And Mallory committed to remove Carol
      When the steward commits
      Then the group is Alice, Bob and Mallory

    Scenario: Whatever she commits, and when
      When a group of Alice, Bob, Carol and Mallory lives through random votes, commits and deliveries
      Then in every course all who got everything are in one state, and are those whom the votes let in
