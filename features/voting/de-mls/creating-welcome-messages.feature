@pair
Feature: Creating welcome messages
  ETH-MLS-OFFCHAIN, Creating welcome message: the commit follows the proposal, and who joins is where the others are.

  @DEMLS-WELCOME-01 @should
  Rule: An MLS proposal of the steward is followed by a commit

    Scenario: In the same operation
      Given Alice founded a group with Bob and Carol
      And the group approved to remove Carol
      When the steward commits
      Then the last message to the group is a commit
      And the epoch is +1

    Scenario: Nobody is left waiting for it
      Given Alice founded a group with Bob and Carol
      And the group approved to remove Carol
      And the steward committed
      When Bob writes to the group
      Then Alice can read what Bob wrote

  @DEMLS-WELCOME-02 @must
  Rule: A new member is welcomed into the state of those who took the commit

    Scenario: State, and messages both ways
      Given Alice founded a group with Bob
      And Dave asked for admission
      And the group approved to add Dave
      And the steward committed
      And Bob wrote to the group
      When Dave writes to the group
      Then the group is Alice, Bob and Dave
      And Bob and Dave can read what Bob and Dave wrote

    Scenario: The welcome comes before others have the commit
      Given Alice founded a group with Bob and Carol
      And Dave asked for admission
      And Bob was out of reach
      And the group approved to add Dave
      And the steward committed
      And Bob got what was missed
      When Dave writes to the group
      Then Bob can read what Dave wrote
      And the group is Alice, Bob, Carol and Dave

    Scenario: It is of no use to others
      Given Alice founded a group with Bob
      And Dave and Erin asked for admission
      And the group approved to add Dave
      When the steward commits
      Then Erin is outside
      And the group is Alice, Bob and Dave

    Scenario: Who joins knows whom to follow
      Given Alice founded a group with Bob
      And Dave asked for admission
      And the group approved to add Dave
      And the steward committed
      And the group approved to remove Bob
      When the steward commits
      Then the group is Alice and Dave
