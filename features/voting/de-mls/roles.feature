@pair
Feature: Roles
  ETH-MLS-OFFCHAIN, Roles: nodes outside, members, and the steward among them.

  @DEMLS-ROLE-01 @must
  Rule: Who has not joined neither reads the messages of the group nor gets any accepted

    Scenario: A member reads
      Given Alice founded a group with Bob
      When Alice writes to the group
      Then Bob can read what Alice wrote

    Scenario: A node that gets every message reads none
      Given Alice founded a group with Bob
      And Dave overhears the group
      And Alice wrote to the group
      When Bob writes to the group
      Then Dave cannot read what Alice and Bob wrote
      And Dave is outside

    Scenario: A node that asked for admission is outside until it is added
      Given Alice founded a group with Bob
      And Dave asked for admission
      And Dave overhears the group
      When Alice writes to the group
      Then Dave cannot read what Alice wrote
      And Dave is outside

    Scenario: A node cannot write
      Given Alice founded a group with Bob
      And Dave asked for admission
      When Dave writes to the group
      Then Dave gets a refusal
      And the group is Alice and Bob

    Scenario: A node cannot propose
      Given Alice founded a group with Bob
      And Dave asked for admission
      When Dave proposes to remove Bob
      Then Dave gets a refusal
      And the group is Alice and Bob

  @DEMLS-ROLE-02 @must
  Rule: Members exchange messages in the current epoch

    Scenario: Everybody reads everybody
      Given Alice founded a group with Bob and Carol
      And Alice and Bob wrote to the group
      When Carol writes to the group
      Then Alice, Bob and Carol can read what Alice, Bob and Carol wrote

    Scenario: A new member at once
      Given Alice founded a group with Bob
      And Dave asked for admission
      And the group approved to add Dave
      And the steward committed
      And Alice wrote to the group
      When Dave writes to the group
      Then Alice, Bob and Dave can read what Alice and Dave wrote

    Scenario: Those who remain after a removal
      Given Alice founded a group with Bob and Carol
      And the group approved to remove Carol
      And the steward committed
      And Alice wrote to the group
      When Bob writes to the group
      Then Alice and Bob can read what Alice and Bob wrote

    Scenario: A member who was away during the vote
      Given Alice founded a group with Bob and Carol
      And Dave asked for admission
      And Carol was out of reach
      And the group approved to add Dave
      And the steward committed
      And Carol got what was missed
      When Carol writes to the group
      Then Alice, Bob and Dave can read what Carol wrote

  @DEMLS-ROLE-03 @must
  Rule: The steward is a member, and everybody sees who it is

    Scenario: All members name the founder
      When Alice founded a group with Bob and Carol
      Then the steward is Alice for Alice, Bob and Carol

    Scenario: So does a new member
      Given Alice founded a group with Bob
      And Dave asked for admission
      And the group approved to add Dave
      When the steward commits
      Then the steward is Alice for Bob and Dave

    Scenario: The steward writes like any member
      Given Alice founded a group with Bob
      And Alice wrote to the group
      When Bob writes to the group
      Then Alice and Bob can read what Alice and Bob wrote
      And the group is Alice and Bob

  @DEMLS-ROLE-04 @must
  Rule: The steward acts on what was voted, and on nothing else

    Scenario: What was approved
      Given Alice founded a group with Bob
      And Dave asked for admission
      And the group approved to add Dave
      When the steward commits
      Then the group is Alice, Bob and Dave
      And the epoch is +1

    Scenario: Nothing was put to the vote
      Given Alice founded a group with Bob
      When the steward commits
      Then the epoch is +0
      And the group is Alice and Bob

    Scenario: Somebody asked for admission
      Given Alice founded a group with Bob
      And Dave asked for admission
      When the steward commits
      Then the epoch is +0
      And the group is Alice and Bob

    Scenario: A vote is open
      Given Alice founded a group with Bob and Carol
      And Dave asked for admission
      And Bob proposed to add Dave
      When the steward commits
      Then the epoch is +0
      And the group is Alice, Bob and Carol
