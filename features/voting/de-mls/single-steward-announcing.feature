@pair
Feature: A single steward: the announcement
  ETH-MLS-OFFCHAIN, Single steward: founding the group and announcing it, and the key packages that answer.

  @DEMLS-STEWARD-02 @must
  Rule: The group is created with a group context of MLS

    Scenario: With the id that was given, from epoch 0 on
      Given Alice founded a group with Bob and Mallory
      When Alice writes to the group
      Then what was sent names the group, and an epoch for each commit
      And the group is Alice, Bob and Mallory

    Scenario: Every message names it
      Given Alice founded a group with Bob
      When Bob writes to the group
      Then what was sent names the group, and an epoch for each commit

  @DEMLS-STEWARD-03 @must @needs-voting.announcements
  Rule: The announcement is made for the group and broadcast periodically

    Scenario: Who hears it can ask for admission
      Given Dave was out of reach
      And Alice founded a group with Bob
      And Dave never got what was missed
      And 3 periods of announcements passed
      When Dave asks for admission
      Then what was sent is a new key package of Dave

    Scenario: It is of one group and no other
      Given Dave was out of reach
      And Alice founded a group with Bob
      And Dave never got what was missed
      And Erin founded another group, which Dave heard of
      When Dave asks for admission
      Then nothing was sent
      And the group is Alice and Bob

    Scenario: The steward repeats it
      Given Alice founded a group with Bob
      When 3 periods of announcements pass
      Then Alice has announced the group 3 times

  @DEMLS-STEWARD-04 @must @needs-voting.announcements
  Rule: Every node of the network can read the announcement

    Scenario Outline: <node>
      Given Alice founded a group with Bob
      When <node> asks for admission
      Then what was sent is a new key package of <node>

      Examples: any node
        | node  |
        | Dave  |
        | Erin  |
        | Frank |

  @DEMLS-STEWARD-05 @must @needs-voting.announcements
  Rule: Who wants to join has the announcement, and makes a key package

    Scenario: With the announcement
      Given Alice founded a group with Bob
      When Dave asks for admission
      Then what was sent is a new key package of Dave

    Scenario: Without it
      Given Dave was out of reach
      And Alice founded a group with Bob
      When Dave asks for admission
      Then nothing was sent
      And Dave is outside
