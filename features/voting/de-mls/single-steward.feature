@pair
Feature: A single steward
  ETH-MLS-OFFCHAIN, Single steward: founding and announcing, collecting key packages and votes, one commit for all of them.

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

  @DEMLS-STEWARD-06 @must
  Rule: Key packages are collected, and used as the votes say

    Scenario: One is approved, one is rejected
      Given Alice founded a group with Bob and Carol
      And Dave and Erin asked for admission
      And the group approved to add Dave
      And Bob proposed to add Erin
      And Alice and Carol voted NO on it
      When the steward commits
      Then the group is Alice, Bob, Carol and Dave
      And Erin is outside

    Scenario: Who asked twice is added once
      Given Alice founded a group with Bob and Carol
      And Dave asked for admission
      And Dave asked for admission
      And the group approved to add Dave
      When the steward commits
      Then the group is Alice, Bob, Carol and Dave

  @DEMLS-STEWARD-07 @must
  Rule: Any member can propose additions and removals, as an application message

    Scenario Outline: <member> proposes to <change>
      Given Alice founded a group with Bob and Carol
      And Dave asked for admission
      When <member> proposes to <change>
      Then what was sent is 1 × application message
      And the result is UNDECIDED for Alice, Bob and Carol

      Examples: the steward, others, oneself
        | member | change     |
        | Alice  | add Dave   |
        | Alice  | remove Bob |
        | Bob    | add Dave   |
        | Bob    | remove Bob |
        | Carol  | add Dave   |
        | Carol  | remove Bob |

  @DEMLS-STEWARD-08 @may @needs-voting.proposal-limit
  Rule: How many proposals a member makes can be limited

    Scenario: As many as may be
      Given Alice founded a group with Bob and Carol
      And Bob proposed as often as may be
      When Alice votes YES on it
      Then the result is YES for Alice and Carol

    Scenario: One more
      Given Alice founded a group with Bob and Carol
      And Bob proposed as often as may be
      When Bob proposes to remove Carol
      Then Bob gets a refusal
      And the group is Alice, Bob and Carol

    Scenario: Others still may
      Given Alice founded a group with Bob and Carol
      And Bob proposed as often as may be
      When Carol proposes to remove Bob
      Then what was sent is 1 × application message
      And the result is UNDECIDED for Alice and Bob

    @needs-voting.frame
    Scenario: Who does not keep to it is not heard
      Given Alice founded a group with Bob and Mallory
      And Mallory proposed as often as may be
      When Mallory proposes to remove Bob
      Then the result is NONE for Alice and Bob
      And the group is Alice, Bob and Mallory

  @DEMLS-STEWARD-09 @must
  Rule: Votes are application messages of this epoch

    @needs-voting.frame
    Scenario Outline: <what>
      Given Alice founded a group with Bob, Carol and Mallory
      And Bob proposed to remove Carol
      And Mallory voted YES <how>
      When Alice votes YES on it
      Then the result is <result> for Alice, Bob and Carol

      Examples: 3 of 4 have to agree, Bob among them
        | what                  | how            | result    |
        | A vote in the group   | on it          | YES       |
        | A vote outside of MLS | outside of MLS | UNDECIDED |

    Scenario: The steward's opinion is one of several
      Given Alice founded a group with Bob and Carol
      And Alice proposed to remove Bob
      And Bob and Carol voted NO on it
      When the steward commits
      Then the epoch is +0
      And the group is Alice, Bob and Carol

  @DEMLS-STEWARD-10 @must
  Rule: A proposal without a majority of YES is dropped

    Scenario Outline: <yes> YES, <no> NO
      Given Alice founded a group with Bob, Carol and Dave
      And Erin asked for admission
      And the group approved to add Erin
      And Bob proposed to remove Dave
      And <yes> voted YES on it
      And <no> voted NO on it
      When the steward commits
      Then the group is <group>

      Examples: a majority
        | yes             | no     | group                      |
        | Alice and Carol | nobody | Alice, Bob, Carol and Erin |

      Examples: a minority, exactly half, too few
        | yes    | no                    | group                            |
        | nobody | Alice, Carol and Dave | Alice, Bob, Carol, Dave and Erin |
        | Alice  | Carol and Dave        | Alice, Bob, Carol, Dave and Erin |
        | Alice  | nobody                | Alice, Bob, Carol, Dave and Erin |

    Scenario: It does not come back
      Given Alice founded a group with Bob and Carol
      And Bob proposed to remove Carol
      And Alice and Carol voted NO on it
      And Dave asked for admission
      And the group approved to add Dave
      And the steward committed
      When the steward commits
      Then the epoch is +1
      And the group is Alice, Bob, Carol and Dave

  @DEMLS-STEWARD-11 @must
  Rule: What is dropped leaves all members in one state

    Scenario: Also who never saw it
      Given Alice founded a group with Bob, Carol and Dave
      And Carol was out of reach
      And Bob proposed to remove Dave
      And Alice and Dave voted NO on it
      And Carol never got what was missed
      And Erin asked for admission
      And the group approved to add Erin
      When the steward commits
      Then the group is Alice, Bob, Carol, Dave and Erin

    Scenario: All saw it
      Given Alice founded a group with Bob and Carol
      And Bob proposed to remove Carol
      And Alice and Carol voted NO on it
      And Erin asked for admission
      And the group approved to add Erin
      When the steward commits
      Then the group is Alice, Bob, Carol and Erin

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
      Then what was sent names the group, and an epoch for each commit

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
