@pair
Feature: de-MLS objects
  ETH-MLS-OFFCHAIN, de-MLS Objects: voting proposals, which travel as messages of the group, and whose votes count.

  @DEMLS-VP-01 @must
  Rule: A voting proposal changes the group when the vote has approved it

    Scenario Outline: <yes> YES, <no> NO
      Given Alice founded a group with Bob, Carol and Dave
      And Bob proposed to remove Dave
      And <yes> voted YES on it
      And <no> voted NO on it
      When the steward commits
      Then the group is <group>

      Examples: approved
        | yes             | no     | group                |
        | Alice and Carol | nobody | Alice, Bob and Carol |

      Examples: rejected, open
        | yes    | no                    | group                      |
        | nobody | Alice, Carol and Dave | Alice, Bob, Carol and Dave |
        | Alice  | nobody                | Alice, Bob, Carol and Dave |

    Scenario: Approval alone changes nothing yet
      Given Alice founded a group with Bob and Carol
      And Bob proposed to remove Carol
      When Alice votes YES on it
      Then the result is YES for Alice, Bob and Carol
      And the group is Alice, Bob and Carol

  @DEMLS-VP-02 @must
  Rule: Voting proposals are application messages of the group

    Scenario: What is sent
      Given Alice founded a group with Bob and Carol
      When Bob proposes to remove Carol
      Then what was sent is 1 × application message
      And the result is UNDECIDED for Alice and Carol

    Scenario: Nobody outside can read it
      Given Alice founded a group with Bob and Carol
      And Dave overhears the group
      When Bob proposes to remove Carol
      Then Dave cannot read what Bob wrote
      And the result is NONE for Dave
      And the result is UNDECIDED for Alice

    Scenario Outline: It changes no epoch, and comes <how>
      Given Alice founded a group with Bob and Carol
      And Carol was out of reach
      And Bob proposed to remove Bob
      When Carol gets what was missed <how>
      Then the result is UNDECIDED for Carol
      And the epoch is +0

      Examples: once, twice
        | how      |
        | in order |
        | twice    |

  @DEMLS-VP-03 @must
  Rule: Messages flow while voting proposals are open

    Scenario: Three are open, one of the steward's
      Given Alice founded a group with Bob and Carol
      And Dave and Erin asked for admission
      And Bob proposed to add Dave
      And Carol proposed to add Erin
      And Alice proposed to remove Bob
      And Alice and Bob wrote to the group
      When Carol writes to the group
      Then Alice, Bob and Carol can read what Alice, Bob and Carol wrote
      And the result is UNDECIDED for Alice, Bob and Carol

  @DEMLS-BIND-01 @must @needs-voting.frame
  Rule: A vote counts for the member who sent it

    Scenario Outline: <what>
      Given Alice founded a group with Bob, Carol, Dave and Mallory
      And Bob proposed to remove Carol
      And Mallory voted YES on it
      And Mallory voted YES <how>
      And <other> voted YES on it
      When Alice votes YES on it
      Then the result is <result> for Alice, Bob, Carol and Dave

      Examples: 4 of 5 have to agree, Bob among them
        | what                               | how                  | other  | result    |
        | Mallory's own vote counts          | on it                | Carol  | YES       |
        | Mallory's own vote counts once     | on it                | nobody | UNDECIDED |
        | Votes under fresh keys do not      | under 3 fresh keys   | nobody | UNDECIDED |
        | Nor does a vote in another's name  | in the name of Carol | nobody | UNDECIDED |
        | Alice's own vote counts after that | in the name of Alice | Carol  | YES       |

    Scenario: Nor do votes that were cast on something else
      Given Alice founded a group with Bob and Mallory
      And Dave asked for admission
      And Mallory proposed to add Dave
      And Alice voted YES on it
      And Mallory proposed to remove Bob with the votes on it
      When the steward commits
      Then the group is Alice, Bob, Dave and Mallory, or without Bob where a vote is tied to no proposal
