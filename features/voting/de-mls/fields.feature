@pair
Feature: The fields of voting proposals and votes
  ETH-MLS-OFFCHAIN, Creating Voting Proposal: numbers and types of the two messages, read from the bytes that Mallory hears.

  @DEMLS-WIRE @must @needs-voting.frame
  Rule: Every field has the number and the type of the text

    Scenario Outline: Proposal.<field> is field <number>
      Given Alice founded a group with Bob and Mallory
      And 9 seconds went by
      When Bob proposes to remove Bob
      Then field <number> that Mallory hears is <type>, <value>

      Examples: Proposal
        | id            | field                 | number | type     | value               |
        | DEMLS-WIRE-01 | name                  |     10 | bytes    | some text           |
        | DEMLS-WIRE-02 | payload               |     11 | bytes    | the payload         |
        | DEMLS-WIRE-03 | proposal_id           |     12 | a varint | the id              |
        | DEMLS-WIRE-04 | proposal_owner        |     13 | bytes    | Bob                 |
        | DEMLS-WIRE-05 | votes                 |     14 | bytes    | his vote            |
        | DEMLS-WIRE-06 | expected_voters_count |     15 | a varint |                   3 |
        | DEMLS-WIRE-07 | round                 |     16 | a varint | some number         |
        | DEMLS-WIRE-08 | timestamp             |     17 | a varint | now                 |
        | DEMLS-WIRE-09 | expiration_time       |     18 | a varint | the end of the vote |
        | DEMLS-WIRE-10 | liveness_criteria_yes |     19 | a varint |                   1 |

    Scenario Outline: Vote.<field> is field <number>
      Given Alice founded a group with Bob and Mallory
      And Bob proposed to remove Bob
      And 9 seconds went by
      When Alice votes YES on it
      Then field <number> that Mallory hears is <type>, <value>

      Examples: Vote
        | id            | field      | number | type     | value       |
        | DEMLS-WIRE-11 | vote_id    |     20 | a varint | some number |
        | DEMLS-WIRE-12 | vote_owner |     21 | bytes    | Alice       |

      @needs-voting.de-mls-votes
      Examples: Vote, in the layout of this text
        | id            | field         | number | type     | value           |
        | DEMLS-WIRE-13 | timestamp     |     22 | a varint | now             |
        | DEMLS-WIRE-14 | vote          |     23 | a varint |               1 |
        | DEMLS-WIRE-15 | parent_hash   |     24 | bytes    | not there       |
        | DEMLS-WIRE-16 | received_hash |     25 | bytes    | Bob's vote_hash |
        | DEMLS-WIRE-17 | vote_hash     |     26 | bytes    | the hash        |
        | DEMLS-WIRE-18 | signature     |     27 | bytes    | the signature   |

    @needs-voting.de-mls-votes @needs-voting.revote
    Scenario Outline: Vote.<field> is field <number>, where somebody votes again
      Given Alice founded a group with Bob and Mallory
      And Bob proposed to remove Bob
      And Alice voted YES on it
      When Alice votes NO on it
      Then field <number> that Mallory hears is <type>, <value>

      Examples: the vote before
        | id            | field       | number | type  | value                      |
        | DEMLS-WIRE-15 | parent_hash |     24 | bytes | the vote_hash of her first |

    Scenario Outline: Proposal.<field> is read as the text has it
      Given Alice founded a group with Bob and Mallory
      When Mallory proposes to remove Bob with a <field> of <value>
      Then the result is UNDECIDED for Alice and Bob

      Examples: the edges of the types
        | id            | field       | value       |
        | DEMLS-WIRE-01 | name        | имя ✓       |
        | DEMLS-WIRE-03 | proposal_id | -2147483648 |
        | DEMLS-WIRE-03 | proposal_id |  2147483647 |
