Feature: Exchanging votes: the proposal a peer sends
  Hashgraph-like consensus, section 2, step 5: what stays, what is added, and that it is sent.

  @VOTE-P2-01 @must
  Rule: The new proposal keeps the name

    Scenario Outline: <name>
      Given Alice's proposal to 4 voters with
        | name | <name> |
      And Bob received the votes "Alice YES"
      When Bob votes NO
      Then Bob's proposal has
        | name | as Alice's |

      Examples: plain, decomposed, empty
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
