@pair
Feature: A single steward: the commit
  ETH-MLS-OFFCHAIN, Single steward: one commit for all that was approved, with the welcomes, closes the epoch.

  @DEMLS-STEWARD-01 @must
  Rule: The steward carries out what was voted, and nothing beyond

    Scenario: What was voted
      Given Alice founded a group with Bob and Carol
      And the group approved to remove Carol
      When the steward commits
      Then the group is Alice and Bob

    @needs-voting.multi-steward
    Scenario: What another steward commits after a vote
      Given Alice founded a group with Bob, Carol and Mallory, where Alice and Mallory take turns as steward
      And it was Mallory's turn as steward
      And the group approved to remove Carol
      When the steward commits
      Then the group is Alice, Bob and Mallory

    @needs-voting.multi-steward
    Scenario Outline: Members do not follow a steward who commits to <change>
      Given Alice founded a group with Bob, Carol and Mallory, where Alice and Mallory take turns as steward
      And it was Mallory's turn as steward
      And the group approved to remove Carol
      When Mallory commits to <change>
      Then the epoch is +0
      And the group is Alice, Bob, Carol and Mallory

      Examples: something else, something more, something more before it
        | change                                             |
        | remove Bob                                         |
        | remove Bob and Carol                               |
        | remove Bob and Carol, with the proposals before it |

  @DEMLS-STEWARD-12 @must
  Rule: All that was approved in the epoch is committed

    Scenario: Two additions and a removal
      Given Alice founded a group with Bob and Carol
      And Dave and Erin asked for admission
      And the group approved to add Dave
      And the group approved to remove Carol
      And the group approved to add Erin
      When the steward commits
      Then the group is Alice, Bob, Dave and Erin
      And the epoch is +1

    Scenario: To add Dave, approved twice, is done once
      Given Alice founded a group with Bob and Carol
      And Dave asked for admission
      And the group approved to add Dave
      And the group approved to add Dave
      When the steward commits
      Then the group is Alice, Bob, Carol and Dave
      And the epoch is +1

    Scenario: To remove Carol, approved twice, is done once
      Given Alice founded a group with Bob and Carol
      And the group approved to remove Carol
      And the group approved to remove Carol
      When the steward commits
      Then the group is Alice and Bob
      And the epoch is +1

  @DEMLS-STEWARD-13 @must
  Rule: MLS proposals and commit are sent in one operation

    Scenario: One commit for several changes, and nothing else is needed
      Given Alice founded a group with Bob and Carol
      And Dave asked for admission
      And the group approved to add Dave
      And the group approved to remove Carol
      When the steward commits
      Then what was sent is 1 × commit, 1 × welcome
      And the group is Alice, Bob and Dave

    Scenario: There is nothing left for a second one
      Given Alice founded a group with Bob and Carol
      And the group approved to remove Carol
      And the steward committed
      When the steward commits
      Then nothing was sent
      And the group is Alice and Bob

  @DEMLS-STEWARD-14 @must
  Rule: The welcomes for all new members are part of it

    Scenario: Three, one of them on another MLS
      Given Alice founded a group with Bob
      And Dave, Erin and Mallory asked for admission
      And the group approved to add Dave
      And the group approved to add Erin
      And the group approved to add Mallory
      When the steward commits
      Then the group is Alice, Bob, Dave, Erin and Mallory

    Scenario: None where nobody joins
      Given Alice founded a group with Bob and Carol
      And the group approved to remove Carol
      When the steward commits
      Then what was sent is 1 × commit, 0 × welcome
      And the group is Alice and Bob

  @DEMLS-STEWARD-15 @must
  Rule: The commit closes its epoch, and nothing more is sent in it

    Scenario Outline: What <member> sends after it
      Given Alice founded a group with Bob and Carol
      And the group approved to remove Carol
      And the steward committed
      When <member> writes to the group
      Then what was sent is for the group, in epoch +1

      Examples: the steward, another
        | member |
        | Alice  |
        | Bob    |

    @needs-voting.multi-steward
    Scenario: A second commit of the same epoch
      Given Alice founded a group with Bob, Carol and Mallory, where Alice and Mallory take turns as steward
      And it was Mallory's turn as steward
      And the group approved to remove Carol
      And the group approved to remove Bob
      And Mallory was out of reach
      And Mallory committed to remove Carol
      And Mallory committed to remove Bob
      When Alice writes to the group
      Then Bob can read what Alice wrote
      And the epoch is +1
      And the group is Alice, Bob and Mallory
