@pair
Feature: MLS services
  ETH-MLS-OFFCHAIN, MLS Background: a group of RFC 9420, who vouches for whom, and in which order messages count.
  Mallory is played by the suite, on an MLS of its own.

  @DEMLS-MLS-01 @must
  Rule: The group is an MLS group, which any other MLS can be a member of

    Scenario: Another MLS joins by the welcome and is in the same state
      When Alice founded a group with Bob and Mallory
      Then the group is Alice, Bob and Mallory

    Scenario: It follows the commits of the steward
      Given Alice founded a group with Bob and Mallory
      And Dave asked for admission
      And the group approved to add Dave
      When the steward commits
      Then the group is Alice, Bob, Dave and Mallory
      And the epoch is +1

    @needs-voting.frame
    Scenario: It is heard
      Given Alice founded a group with Bob and Mallory
      And Bob proposed to remove Bob
      When Mallory votes YES on it
      Then the result is YES for Alice and Bob

  @DEMLS-MLS-02 @must
  Rule: Who stands behind a message or a key package can be checked

    Scenario: Each message is its sender's
      Given Alice founded a group with Bob and Carol
      And Bob wrote to the group
      When Carol writes to the group
      Then Alice can read what Bob and Carol wrote

    Scenario: A sound key package
      Given Alice founded a group with Bob
      And Mallory asked for admission
      And the group approved to add Mallory
      When the steward commits
      Then the group is Alice, Bob and Mallory

    Scenario Outline: A key package <flaw>
      Given Alice founded a group with Bob
      And Mallory asked for admission with a key package <flaw>
      And the group approved to add <who>
      When the steward commits
      Then the epoch is +0
      And the group is Alice and Bob

      Examples: signed wrongly, in a member's name
        | flaw                      | who     |
        | whose signature is broken | Mallory |
        | in the name of Bob        | Bob     |

      @needs-voting.signed-credentials
      Examples: in the name of somebody outside
        | flaw                | who  |
        | in the name of Erin | Erin |

  @DEMLS-MLS-03 @must
  Rule: Messages take effect in their order, however they arrive

    Scenario Outline: Two commits and what was written between them, <order>
      Given Alice founded a group with Bob and Carol
      And Dave and Erin asked for admission
      And Carol was out of reach
      And the group approved to add Dave
      And the steward committed
      And Bob wrote to the group
      And the group approved to add Erin
      And the steward committed
      When Carol gets what was missed <order>
      Then the group is Alice, Bob, Carol, Dave and Erin
      And Carol can read what Bob wrote

      Examples: as they were sent, the last one first, each one twice
        | order     |
        | in order  |
        | backwards |
        | twice     |

  @DEMLS-MLS-04 @must
  Rule: A key package is public, and another one each time

    Scenario: What is sent is a key package of MLS
      Given Alice founded a group with Bob
      When Dave asks for admission
      Then what was sent is a new key package of Dave

    Scenario: It is not used twice
      Given Alice founded a group with Bob
      And Dave asked for admission
      When Dave asks for admission
      Then what was sent is a new key package of Dave
