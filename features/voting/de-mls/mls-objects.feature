@pair
Feature: MLS objects
  ETH-MLS-OFFCHAIN, MLS Objects: epochs, and proposals before commits.

  @DEMLS-EPOCH-01 @must
  Rule: The group changes from epoch to epoch and not within one

    Scenario: Votes and messages change nothing
      Given Alice founded a group with Bob and Carol
      And Dave asked for admission
      And the group approved to add Dave
      And Alice and Bob wrote to the group
      When Carol writes to the group
      Then the epoch is +0
      And the group is Alice, Bob and Carol

    Scenario: The commit does
      Given Alice founded a group with Bob and Carol
      And Dave asked for admission
      And the group approved to add Dave
      When the steward commits
      Then the epoch is +1
      And the group is Alice, Bob, Carol and Dave

  @DEMLS-ORDER-01 @must
  Rule: A member has the MLS proposal before the commit that carries it out

    Scenario: Both, in order
      Given Alice founded a group with Bob and Carol
      And Carol was out of reach
      And the group approved to remove Bob
      And the steward committed
      And Carol got what was missed
      When Carol writes to the group
      Then Alice can read what Carol wrote
      And the group is Alice and Carol

    @needs-voting.by-reference
    Scenario: The commit alone is not applied
      Given Alice founded a group with Bob and Carol
      And Carol was out of reach
      And the group approved to remove Bob
      And the steward committed
      And Carol got what was missed without the MLS proposals
      When Alice writes to the group
      Then Carol cannot read what Alice wrote
      And the steward is Alice for Carol

    @needs-voting.by-reference
    Scenario: The commit can come again after the MLS proposals
      Given Alice founded a group with Bob and Carol
      And Carol was out of reach
      And the group approved to remove Bob
      And the steward committed
      And Carol got what was missed without the MLS proposals
      And Carol got what was missed
      When Alice writes to the group
      Then Carol can read what Alice wrote
      And the group is Alice and Carol

  @DEMLS-ORDER-02 @must
  Rule: What is committed are Adds and Removes

    Scenario: One of each
      Given Alice founded a group with Bob, Carol and Mallory
      And Dave asked for admission
      And the group approved to add Dave
      And the group approved to remove Carol
      When the steward commits
      Then the commit that Mallory got consists of 1 × Add, 1 × Remove
      And the group is Alice, Bob, Dave and Mallory

    Scenario: Two Adds
      Given Alice founded a group with Bob and Mallory
      And Dave and Erin asked for admission
      And the group approved to add Dave
      And the group approved to add Erin
      When the steward commits
      Then the commit that Mallory got consists of 2 × Add, 0 × Remove

  @DEMLS-ORDER-03 @must
  Rule: Between an MLS proposal and its commit nothing is written

    @needs-voting.by-reference
    Scenario: Who has the proposal and not the commit waits
      Given Alice founded a group with Bob and Carol
      And Carol was out of reach
      And the group approved to remove Bob
      And the steward committed
      And Carol got what was missed without the commit
      When Carol writes to the group
      Then nothing was sent
      And the steward is Alice for Carol

    Scenario: After the commit it goes on
      Given Alice founded a group with Bob and Carol
      And the group approved to remove Bob
      And the steward committed
      When Carol writes to the group
      Then Alice can read what Carol wrote

    Scenario: Before a voting proposal is decided it goes on as well
      Given Alice founded a group with Bob and Carol
      And Bob proposed to remove Bob
      When Carol writes to the group
      Then Alice and Bob can read what Carol wrote
