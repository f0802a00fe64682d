Feature: Exchanging votes: the vote a peer adds
  Hashgraph-like consensus, section 2, steps 4 and 5: every field of the new vote, and of the new proposal.

  @VOTE-MAKE-01 @must
  Rule: The new vote is owned by the voter

    Scenario Outline: <voter> votes
      Given Alice's proposal to 4 voters
      And <voter> received the votes "Alice YES"
      When <voter> votes NO
      Then <voter>'s vote has
        | vote_owner | <voter> |
      And <voter>'s proposal has
        | proposal_owner | Alice |

      Examples:
        | voter |
        | Bob   |
        | Dave  |

  @VOTE-MAKE-02 @must
  Rule: The new vote carries the time of casting

    Scenario Outline: <seconds> seconds after the proposal
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And <seconds> seconds went by
      When Bob votes YES
      Then Bob's vote has
        | timestamp | now |

      Examples:
        | seconds |
        |       1 |
        |      42 |

  @VOTE-MAKE-03 @must
  Rule: The new vote says what the voter said

    Scenario Outline: <answer> to a list that begins with <first>
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice <first>"
      When Bob votes <answer>
      Then Bob's vote has
        | vote | <answer> |

      Examples: all four
        | answer | first |
        | YES    | YES   |
        | YES    | NO    |
        | NO     | YES   |
        | NO     | NO    |

  @VOTE-MAKE-04 @must
  Rule: A first vote has an empty parent_hash

    Scenario Outline: After <votes>
      Given Alice's proposal to 4 voters
      And Bob received the votes "<votes>"
      When Bob votes YES
      Then Bob's vote has
        | vote_owner  | Bob   |
        | parent_hash | empty |

      Examples: one vote of somebody else, two
        | votes               |
        | Alice YES           |
        | Alice YES, Carol NO |

    Scenario: A vote of his on another proposal is none on this one
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And Bob voted YES
      And Carol's proposal to 4 voters
      And Bob received the votes "Carol YES"
      When Bob votes NO
      Then Bob's vote has
        | vote_owner  | Bob   |
        | parent_hash | empty |

  @VOTE-MAKE-05 @must @needs-voting.revote
  Rule: A later vote points to the voter's former one

    Scenario: Voting again at once
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And Bob voted YES
      When Bob votes NO
      Then Bob's vote has
        | parent_hash   | the hash of vote 2 |
        | received_hash | the hash of vote 2 |

    Scenario: Voting again after somebody else
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And Bob voted YES
      And Carol received the proposal of Bob
      And Carol voted NO
      And Bob received the proposal of Carol
      When Bob votes NO
      Then Bob's vote has
        | parent_hash   | the hash of vote 2 |
        | received_hash | the hash of vote 3 |

    Scenario: Voting a third time
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And Bob voted YES
      And Bob voted NO
      When Bob votes YES
      Then Bob's vote has
        | parent_hash | the hash of vote 3 |

  @VOTE-MAKE-06 @must
  Rule: The new vote points to the vote it was built on

    Scenario: There is one
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      When Bob votes NO
      Then Bob's vote has
        | received_hash | the hash of vote 1 |

    Scenario: There are three
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES, Carol NO, Dave YES"
      When Bob votes NO
      Then Bob's vote has
        | received_hash | the hash of the vote before it, or as declared |

  @VOTE-MAKE-07 @must
  Rule: The new vote carries the id of its proposal

    Scenario: Of two open proposals, the one voted on
      Given Carol's proposal to 4 voters
      And Bob received the votes "Carol YES"
      And Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And Dave's proposal to 4 voters
      And Bob received the votes "Dave YES"
      When Bob votes NO on Alice's proposal
      Then Bob's vote has
        | proposal_id | as Alice's |

  @VOTE-MAKE-08 @must
  Rule: vote_hash is the hash of the fields before it

    Scenario Outline: <answer> after <votes>
      Given Alice's proposal to 4 voters
      And Bob received the votes "<votes>"
      When Bob votes <answer>
      Then Bob's vote has
        | vote_hash | the hash of its fields |

      Examples:
        | answer | votes               |
        | YES    | Alice YES           |
        | NO     | Alice YES           |
        | NO     | Alice YES, Carol NO |

    Scenario: The first vote, which points to nothing
      When Alice proposes NO to 4 voters
      Then Alice's vote has
        | vote_hash | the hash of its fields |

    @needs-voting.revote
    Scenario: A vote that points to two others
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And Bob voted YES
      And Carol received the proposal of Bob
      And Carol voted NO
      And Bob received the proposal of Carol
      When Bob votes NO
      Then Bob's vote has
        | vote_hash | the hash of its fields |

    @needs-voting.hash-vote
    Scenario: Any vote
      Then Bob hashes any vote as the text says

  @VOTE-MAKE-09 @must
  Rule: The voter's own key signs the vote

    Scenario Outline: <answer>
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      When Bob votes <answer>
      Then Bob's vote has
        | vote_owner | Bob                  |
        | signature  | valid for vote_owner |

      Examples:
        | answer |
        | YES    |
        | NO     |

  @VOTE-MAKE-10 @must
  Rule: Hash and signature are both put into the vote

    Scenario: Neither is missing
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      When Bob votes YES
      Then Bob's vote has
        | vote_hash | the hash of its fields |
        | signature | valid for vote_owner   |

  @VOTE-P2-01 @must
  Rule: The new proposal keeps the name

    Scenario Outline: <name>
      Given Alice's proposal to 4 voters with
        | name | <name> |
      And Bob received the votes "Alice YES"
      When Bob votes NO
      Then Bob's proposal has
        | name | as Alice's |

      Examples: plain, composed and decomposed, spaces around
        | name         |
        | remove-carol |
        | Ångström    |
        |              |

  @VOTE-P2-02 @must
  Rule: The new proposal keeps the proposal_id

    Scenario: An id of all 32 bits
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      When Bob votes NO
      Then Bob's proposal has
        | proposal_id | as Alice's |

  @VOTE-P2-03 @must
  Rule: The new proposal keeps the proposal_owner

    Scenario: Somebody else votes
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      When Bob votes NO
      Then Bob's proposal has
        | proposal_owner | Alice |

  @VOTE-P2-04 @must
  Rule: The new vote is added to the list, and the votes before it stay as they are

    Scenario Outline: To <votes>
      Given Alice's proposal to 5 voters
      And Bob received the votes "<votes>"
      When Bob votes NO
      Then Bob's proposal has
        | votes | as received, and then his own |

      Examples: one vote before, three
        | votes                         |
        | Alice YES                     |
        | Alice YES, Carol NO, Dave YES |

  @VOTE-P2-05 @must
  Rule: The new proposal is one round on

    Scenario Outline: After round <round>
      Given Alice's proposal to 4 voters with
        | round | <round> |
      And Bob received the votes "Alice YES"
      When Bob votes NO
      Then Bob's proposal has
        | round | one after Alice's |

      Examples: the first, more rounds than votes
        | round |
        |     1 |
        |     5 |
        |    41 |

  @VOTE-SEND-01 @must
  Rule: The new proposal is sent

    Scenario: What is sent is the whole new proposal
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      When Bob votes NO
      Then Bob's proposal has
        | votes   |          2 |
        | payload | as Alice's |

    @needs-voting.transport
    Scenario: as peers, once
      Given Alice, Bob and Carol vote as peers
      And Alice's proposal to 3 voters
      And Bob received the votes "Alice YES"
      When Bob votes NO
      Then Bob sends each proposal to one peer

    @needs-voting.transport
    Scenario: on a channel, once
      Given Alice, Bob and Carol vote on a channel
      And Alice's proposal to 3 voters
      And Bob received the votes "Alice YES"
      When Bob votes NO
      Then Bob sends one message on the channel

  @VOTE-EDGE-04 @must
  Rule: What is not signed is taken from where it was first heard

    Scenario: A copy that says the same
      Given Alice's proposal to 9 voters
      And Bob received the votes "Alice YES"
      When Bob receives the votes "Alice YES, Carol YES"
      Then Bob accepts the proposal
      And Bob's result is UNDECIDED

    Scenario Outline: A copy whose <field> is <value> changes neither the proposal nor its result
      Given Alice's proposal to 9 voters
      And Bob received the votes "Alice YES"
      And Bob received the votes "Alice YES, Carol YES" in a copy with
        | <field> | <value> |
      When Bob votes YES
      Then Bob's result is UNDECIDED
      And Bob's proposal has
        | <field> | as Alice's |

      Examples:
        | field                 | value          |
        | expected_voters_count |              2 |
        | payload               | something else |
        | liveness_criteria_yes | false          |
