@pair
Feature: A single steward: the votes
  ETH-MLS-OFFCHAIN, Single steward: key packages and proposals are collected and voted on, and what finds no majority is dropped.

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
