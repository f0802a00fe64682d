@pair
Feature: Flow
  ETH-MLS-OFFCHAIN, Flow: a group is founded and announced, nodes ask for admission, members vote, the steward commits.

  @DEMLS-FLOW-01 @must
  Rule: A group is founded once, and its founder is the steward

    Scenario: The founder is alone in it
      When Alice founds a group
      Then the group is Alice
      And the steward is Alice for Alice

    Scenario: Founding it again changes nothing
      Given Alice founded a group with Bob
      When Alice founds a group
      Then the group is Alice and Bob
      And the epoch is +0

  @DEMLS-FLOW-02 @must @needs-voting.announcements
  Rule: The steward announces the group again and again

    Scenario: Once in a period, with members in it
      Given Alice founded a group with Bob
      When 3 periods of announcements pass
      Then Alice has announced the group 3 times

    Scenario: Nobody else does
      Given Alice founded a group with Bob
      When 3 periods of announcements pass
      Then Bob has announced the group 0 times
      And the group is Alice and Bob

  @DEMLS-FLOW-03 @must
  Rule: A node makes a credential with a key package and sends it

    Scenario: The key package is the node's own
      Given Alice founded a group with Bob
      When Dave asks for admission
      Then what was sent is a new key package of Dave

    Scenario: By it the node is added
      Given Alice founded a group with Bob
      And Dave asked for admission
      And the group approved to add Dave
      When the steward commits
      Then the group is Alice, Bob and Dave

  @DEMLS-FLOW-04 @must
  Rule: Every member can put something to the vote

    Scenario Outline: <member>
      Given Alice founded a group with Bob and Carol
      When <member> proposes to remove Bob
      Then the result is UNDECIDED for Alice, Bob and Carol

      Examples: the steward, another, the newest
        | member |
        | Alice  |
        | Bob    |
        | Carol  |

    Scenario: Who has just joined
      Given Alice founded a group with Bob
      And Dave asked for admission
      And the group approved to add Dave
      And the steward committed
      When Dave proposes to remove Bob
      Then the result is UNDECIDED for Alice, Bob and Dave

    Scenario: Who was removed cannot
      Given Alice founded a group with Bob and Carol
      And the group approved to remove Carol
      And the steward committed
      When Carol proposes to remove Bob
      Then Carol gets a refusal
      And the group is Alice and Bob

  @DEMLS-FLOW-05 @must
  Rule: What is decided is committed, with the MLS proposals it takes

    Scenario: Two are approved, one is open
      Given Alice founded a group with Bob and Carol
      And Dave, Erin and Frank asked for admission
      And the group approved to add Dave
      And the group approved to add Erin
      And Bob proposed to add Frank
      When the steward commits
      Then the group is Alice, Bob, Carol, Dave and Erin
      And the epoch is +1

    Scenario: The MLS proposals come with the commit
      Given Alice founded a group with Bob and Carol
      And the group approved to remove Carol
      When the steward commits
      Then what was sent is 1 × commit, 0 × welcome
      And the group is Alice and Bob

  @DEMLS-FLOW-06 @must
  Rule: The commit brings every member into the next epoch

    Scenario: All at once
      Given Alice founded a group with Bob and Carol
      And Dave asked for admission
      And the group approved to add Dave
      When the steward commits
      Then the epoch is +1
      And the group is Alice, Bob, Carol and Dave

    Scenario Outline: One of them later, <how>
      Given Alice founded a group with Bob and Carol
      And Dave asked for admission
      And Carol was out of reach
      And the group approved to add Dave
      And the steward committed
      When Carol gets what was missed <how>
      Then the epoch is +1
      And the group is Alice, Bob, Carol and Dave

      Examples: as it came, and twice
        | how      |
        | in order |
        | twice    |

    Scenario: Whatever is proposed and voted, and however it arrives
      When a group of Alice, Bob, Carol and Dave lives through random votes, commits and deliveries
      Then in every course all who got everything are in one state, and are those whom the votes let in
