@pair
Feature: Several stewards
  ETH-MLS-OFFCHAIN, Multi stewards: who coordinates which epoch, and who votes, with one consensus or two.

  @DEMLS-MULTI-01 @must @needs-voting.multi-steward
  Rule: Every epoch has one steward, the same for all members

    Scenario: Over several epochs
      Given Alice founded a group with Bob and Carol, where Alice, Bob and Carol take turns as steward
      When 4 epochs go by
      Then everybody named the same steward in each of them

    Scenario: Also when a steward is removed
      Given Alice founded a group with Bob, Carol and Mallory, where Alice, Bob and Mallory take turns as steward
      And it was Alice's turn as steward
      And the group approved to remove Mallory
      And the steward committed
      When 3 epochs go by
      Then everybody named the same steward in each of them

  @DEMLS-MULTI-02 @must @needs-voting.multi-steward
  Rule: The steward in charge keeps to the rules for a single one, and no other steward commits

    Scenario: Who is in charge commits what was approved
      Given Alice founded a group with Bob, Carol and Mallory, where Alice and Mallory take turns as steward
      And it was Mallory's turn as steward
      And the group approved to remove Carol
      When the steward commits
      Then the group is Alice, Bob and Mallory

    Scenario: Who is not in charge does not, whatever was approved
      Given Alice founded a group with Bob, Carol and Mallory, where Alice and Mallory take turns as steward
      And it was Alice's turn as steward
      And the group approved to remove Carol
      And Mallory committed to remove Carol
      When Bob writes to the group
      Then Alice and Carol can read what Bob wrote
      And the epoch is +0
      And the group is Alice, Bob, Carol and Mallory

    Scenario: After that, who is in charge commits
      Given Alice founded a group with Bob, Carol and Mallory, where Alice and Mallory take turns as steward
      And it was Alice's turn as steward
      And the group approved to remove Carol
      And Mallory committed to remove Carol
      When the steward commits
      Then the group is Alice, Bob and Mallory

  @DEMLS-MULTI-03 @must @needs-voting.multi-steward
  Rule: Stewards change as epochs go by

    Scenario: Each of them serves
      Given Alice founded a group with Bob and Carol, where Alice, Bob and Carol take turns as steward
      When 6 epochs go by
      Then Alice, Bob and Carol each were steward in one of them

    Scenario: Nobody else does
      Given Alice founded a group with Bob and Carol, where Alice and Bob take turns as steward
      When 4 epochs go by
      Then Alice and Bob each were steward in one of them

  @DEMLS-MULTI-04 @must
  Rule: With one consensus everybody votes on each change, the steward too

    Scenario Outline: <no> NO, <yes> YES, then <last> YES
      Given Alice founded a group with Bob, Carol and Dave
      And Bob proposed to remove Dave
      And <no> voted NO on it
      And <yes> voted YES on it
      When <last> votes YES on it
      Then the result is <result> for Alice, Bob, Carol and Dave

      Examples: the steward's vote completes it, another's does, the steward has no veto
        | no     | yes    | last  | result    |
        | nobody | nobody | Carol | UNDECIDED |
        | nobody | Carol  | Alice | YES       |
        | nobody | Alice  | Carol | YES       |
        | Alice  | Carol  | Dave  | YES       |

    @needs-voting.frame
    Scenario: They are counted as voters
      Given Alice founded a group with Bob and Mallory
      When Bob proposes to remove Bob
      Then Mallory hears Bob's proposal to 3 voters, with his vote

  @DEMLS-MULTI-05 @must @needs-voting.two-consensuses
  Rule: With two consensuses the stewards alone vote on members

    Scenario: Two of three stewards suffice, whatever others say
      Given Alice founded a group with Bob, Carol, Dave and Erin, where Alice, Bob and Carol alone vote, as stewards
      And Alice proposed to remove Dave
      And Dave and Erin voted NO on it
      When Bob votes YES on it
      Then the result is YES for Alice, Bob, Carol, Dave and Erin

    Scenario: One of three does not, whatever others say
      Given Alice founded a group with Bob, Carol, Dave and Erin, where Alice, Bob and Carol alone vote, as stewards
      And Alice proposed to remove Dave
      And Dave voted YES on it
      When Erin votes YES on it
      Then the result is UNDECIDED for Alice, Bob, Carol, Dave and Erin

    Scenario: The change is carried out
      Given Alice founded a group with Bob, Carol and Dave, where Alice, Bob and Carol alone vote, as stewards
      And Alice proposed to remove Dave
      And Bob voted YES on it
      When the steward commits
      Then the group is Alice, Bob and Carol

  @DEMLS-MULTI-06 @must @needs-voting.two-consensuses
  Rule: With two consensuses the members choose the stewards

    Scenario: They choose others
      Given Alice founded a group with Bob, Carol and Dave, where Alice and Bob alone vote, as stewards
      And Carol proposed to appoint Carol and Dave
      And Bob and Dave voted YES on it
      When the steward commits
      Then the stewards are Carol and Dave for Alice, Bob, Carol and Dave

    Scenario: They choose others again
      Given Alice founded a group with Bob, Carol and Dave, where Alice and Bob alone vote, as stewards
      And Carol proposed to appoint Carol and Dave
      And Bob and Dave voted YES on it
      And the steward committed
      And Bob proposed to appoint Bob
      And Alice and Carol voted YES on it
      When the steward commits
      Then the stewards are Bob for Alice, Bob, Carol and Dave

    Scenario: They choose to leave it as it is
      Given Alice founded a group with Bob, Carol and Dave, where Alice and Bob alone vote, as stewards
      And Carol proposed to appoint Carol and Dave
      And Alice, Bob and Dave voted NO on it
      When the steward commits
      Then the stewards are Alice and Bob for Alice, Bob, Carol and Dave

  @DEMLS-MULTI-07 @must @needs-voting.two-consensuses
  Rule: With two consensuses members who are no stewards have no vote on members

    Scenario: A steward's vote
      Given Alice founded a group with Bob, Carol and Dave, where Alice, Bob and Carol alone vote, as stewards
      And Alice proposed to remove Dave
      When Carol votes YES on it
      Then the result is YES for Alice, Bob, Carol and Dave

    Scenario: Another member's vote
      Given Alice founded a group with Bob, Carol and Dave, where Alice, Bob and Carol alone vote, as stewards
      And Alice proposed to remove Dave
      When Dave votes YES on it
      Then the result is UNDECIDED for Alice, Bob, Carol and Dave

    @needs-voting.frame
    Scenario: Nor does it count when it is sent all the same
      Given Alice founded a group with Bob, Carol and Mallory, where Alice, Bob and Carol alone vote, as stewards
      And Alice proposed to remove Mallory
      When Mallory votes YES on it
      Then the result is UNDECIDED for Alice, Bob and Carol
