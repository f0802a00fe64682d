Feature: The fields of proposals and votes
  Hashgraph-like consensus, section 1: names, numbers and types of the protobuf messages, read from the bytes.
  14.20 is field 20 of the first vote.

  @VOTE-WIRE-01 @must
  Rule: Proposals and votes are protobuf, version 3

    Scenario Outline: A proposal is read where <other>
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol NO" where <other>
      Then Bob accepts the proposal

      Examples: what every reader of protobuf takes
        | other                            |
        | its fields are written backwards |
        | it has fields that nobody knows  |

    Scenario: NO is not on the wire, and is a vote
      Given Alice's proposal to 2 voters
      When Bob receives the votes "Alice NO, Carol NO"
      Then Bob accepts the proposal
      And Bob's result is NO

    Scenario: What is sent is read as such
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      When Bob votes NO
      Then Bob's proposal has
        | votes | 2 |

    Scenario: Bytes of another format
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol NO" where it is written as JSON
      Then Bob rejects it

  @VOTE-WIRE @must
  Rule: Every field has the number and the type of section 1

    Scenario Outline: Proposal.<field> is field <number>
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      When Bob votes NO
      Then Bob's proposal has on the wire
        | <number> | <type> | <value> |

      Examples: Proposal
        | id           | field                 | number | type     | value                        |
        | VOTE-WIRE-02 | name                  |     10 | bytes    | the name                     |
        | VOTE-WIRE-03 | payload               |     11 | bytes    | the payload                  |
        | VOTE-WIRE-04 | proposal_id           |     12 | a varint | the id                       |
        | VOTE-WIRE-05 | proposal_owner        |     13 | bytes    | Alice                        |
        | VOTE-WIRE-06 | votes                 |     14 | bytes    | there twice                  |
        | VOTE-WIRE-07 | expected_voters_count |     15 | a varint |                            4 |
        | VOTE-WIRE-08 | round                 |     16 | a varint | the next round               |
        | VOTE-WIRE-09 | timestamp             |     17 | a varint | the time of Alice's proposal |
        | VOTE-WIRE-10 | expiration_time       |     18 | a varint | the end of Alice's proposal  |
        | VOTE-WIRE-11 | liveness_criteria_yes |     19 | a varint |                            1 |

    Scenario Outline: Vote.<field> is field <number>
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice NO"
      And 9 seconds went by
      When Bob votes YES
      Then Bob's vote has on the wire
        | <number> | <type> | <value>                           |
        | all      | fields | 20, 21, 22, 23, 24, 26, 27 and 28 |

      Examples: Vote
        | id           | field         | number | type     | value             |
        | VOTE-WIRE-12 | vote_id       |     20 | a varint | some number       |
        | VOTE-WIRE-13 | vote_owner    |     21 | bytes    | Bob               |
        | VOTE-WIRE-14 | proposal_id   |     22 | a varint | the id            |
        | VOTE-WIRE-15 | timestamp     |     23 | a varint | now               |
        | VOTE-WIRE-16 | vote          |     24 | a varint |                 1 |
        | VOTE-WIRE-17 | parent_hash   |     25 | bytes    | not there         |
        | VOTE-WIRE-18 | received_hash |     26 | bytes    | Alice's vote_hash |
        | VOTE-WIRE-19 | vote_hash     |     27 | bytes    | the hash          |
        | VOTE-WIRE-20 | signature     |     28 | bytes    | the signature     |

    Scenario Outline: <field> of Alice's vote reaches Carol by way of Bob
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice NO"
      When Bob votes YES
      Then Bob's proposal has on the wire
        | 14.<number> | as Alice wrote it |

      Examples: read and written again
        | id           | field       | number |
        | VOTE-WIRE-12 | vote_id     |     20 |
        | VOTE-WIRE-13 | vote_owner  |     21 |
        | VOTE-WIRE-14 | proposal_id |     22 |
        | VOTE-WIRE-15 | timestamp   |     23 |
        | VOTE-WIRE-16 | vote        |     24 |
        | VOTE-WIRE-19 | vote_hash   |     27 |
        | VOTE-WIRE-20 | signature   |     28 |

    Scenario Outline: <what> in <field>
      Given Alice's proposal to 4 voters with
        | <field> | <value> |
      And Bob received the votes "Alice YES"
      When Bob votes NO
      Then Bob's proposal has on the wire
        | <number> | as Alice wrote it |

      Examples: the edges of the types
        | id           | field                 | number | value      | what           |
        | VOTE-WIRE-02 | name                  |     10 | имя ✓      | other scripts  |
        | VOTE-WIRE-04 | proposal_id           |     12 | 4294967295 | all 32 bits    |
        | VOTE-WIRE-07 | expected_voters_count |     15 |        100 | more than four |
        | VOTE-WIRE-11 | liveness_criteria_yes |     19 | false      | no field       |

  @VOTE-EDGE-03 @must
  Rule: Malformed input is refused and does no harm

    Scenario: What is well formed is accepted
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol NO"
      Then Bob accepts the proposal

    Scenario Outline: <damage>, and then a good proposal
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES" where <damage>
      When Bob receives the votes "Alice YES, Carol YES, Dave YES"
      Then Bob accepts the proposal
      And Bob's result is YES

      Examples: bytes that are no proposal
        | damage                         |
        | 1000 random bytes come instead |
        | its second half is missing     |
        | its name is not UTF-8          |

      Examples: too long, and too many
        | damage                                           |
        | the vote_owner of vote 1 is 1 MiB long           |
        | vote 1 is signed by Mallory and comes 2000 times |

    Scenario Outline: <damage>, and it is refused
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES" where <damage>
      Then Bob rejects it

      Examples:
        | damage                         |
        | 1000 random bytes come instead |
        | its second half is missing     |
        | its name is not UTF-8          |

    Scenario: Any bytes at all
      Then Bob accepts a sound proposal after any bytes whatever
