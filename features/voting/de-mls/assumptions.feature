@pair
Feature: Assumptions
  ETH-MLS-OFFCHAIN, Assumptions: members may be silent, and every vote comes to an end.

  @DEMLS-ASSUME-01 @may
  Rule: A group goes on working while some of its members are silent

    Scenario: A third never votes
      Given Alice founded a group with Bob and Carol
      And Dave asked for admission
      And Bob proposed to add Dave
      And Alice voted YES on it
      When the steward commits
      Then the group is Alice, Bob, Carol and Dave

    Scenario: The silent one is whom it concerns, and stays silent
      Given Alice founded a group with Bob and Carol
      And Alice proposed to remove Carol
      And Bob voted YES on it
      When the steward commits
      Then the group is Alice and Bob

    Scenario: The steward does not vote, and commits what the others approved
      Given Alice founded a group with Bob, Carol and Dave
      And Erin asked for admission
      And Bob proposed to add Erin
      And Carol and Dave voted YES on it
      When the steward commits
      Then the group is Alice, Bob, Carol, Dave and Erin

  @DEMLS-ASSUME-02 @must
  Rule: A vote has a result when its time is over, whoever voted

    Scenario Outline: <yes> YES, <no> NO
      Given Alice founded a group with Bob, Carol and Dave
      And Bob proposed to remove Dave
      And <yes> voted YES on it
      And <no> voted NO on it
      When the time for votes runs out
      Then the result is <result> for Alice, Bob and Carol

      Examples: enough, half of them, no quorum
        | yes    | no              | result    |
        | Alice  | Carol           | YES       |
        | nobody | Alice and Carol | NO        |
        | Alice  | nobody          | NO or YES |
