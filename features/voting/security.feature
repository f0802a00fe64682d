Feature: Security
  Hashgraph-like consensus, section 4: forged votes, conflicting votes, tampered histories, replays.

  @VOTE-SEC-01 @must
  Rule: A vote that is not signed, or signed wrongly, has no effect

    Scenario: The same vote, signed
      Given Alice's proposal to 3 voters
      And Bob received the votes "Alice YES"
      When Bob receives the votes "Alice YES, Carol YES"
      Then Bob's result is YES

    Scenario Outline: <damage>
      Given Alice's proposal to 3 voters
      And Bob received the votes "Alice YES"
      When Bob receives the votes "Alice YES, Carol YES" where <damage>
      Then Bob rejects it
      And Bob's result is UNDECIDED

      Examples: nothing, zeros, another vote's, another key's, half
        | damage                               |
        | vote 2 has no signature              |
        | the signature of vote 2 is zeros     |
        | vote 2 has the signature of vote 1   |
        | vote 2 is signed by Mallory          |
        | the signature of vote 2 is cut short |

  @VOTE-SEC-02 @must
  Rule: Conflicting votes of one owner never count twice and never change a result

    Scenario Outline: Carol says <first>, then <second>
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES, Carol <first>"
      And Bob received the votes "Alice YES, Carol <second>"
      When Bob receives the votes "Alice YES, Dave YES"
      Then Bob's result is <result>

      Examples: the first counts, or neither
        | first | second | result                                           |
        | YES   | NO     | YES, or UNDECIDED where a conflict discards both |
        | NO    | YES    | UNDECIDED                                        |

    Scenario Outline: Both in one list, and <damage>
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol YES, Carol NO" where <damage>
      Then Bob rejects it

      Examples: neither points to the other
        | damage                                   |
        | the parent_hash of vote 3 is made empty  |
        | the parent_hash of vote 3 is made random |

    Scenario: A conflict that comes after the result
      Given Alice's proposal to 3 voters
      And Bob received the votes "Alice YES, Carol YES"
      When Bob receives the votes "Alice YES, Carol NO"
      Then Bob's result is YES

    Scenario: A forged conflict does not shut its victim out
      Given Alice's proposal to 3 voters
      And Bob received the votes "Alice YES"
      And Bob received the votes "Alice YES, Carol NO" where vote 2 is signed by Mallory
      When Bob receives the votes "Alice YES, Carol YES"
      Then Bob's result is YES

  @VOTE-SEC-03 @must
  Rule: Changing, removing or reordering earlier votes is noticed

    Scenario: Untouched
      Given Alice's proposal to 5 voters
      When Bob receives the votes "Alice YES, Carol NO, Dave YES, Erin YES"
      Then Bob accepts the proposal

    Scenario: Without its end it is the list that it was before, and accepted
      Given Alice's proposal to 5 voters
      When Bob receives the votes "Alice YES, Carol NO, Dave YES, Erin YES" where vote 4 is left out
      Then Bob accepts the proposal

    Scenario Outline: <damage>
      Given Alice's proposal to 5 voters
      When Bob receives the votes "Alice YES, Carol NO, Dave YES, Erin YES" where <damage>
      Then Bob rejects it

      Examples: changed
        | damage                                        |
        | the vote of vote 1 is changed                 |
        | the vote of vote 2 is changed                 |
        | the vote of vote 2 is changed and hashed anew |

      Examples: removed
        | damage             |
        | vote 2 is left out |
        | vote 3 is left out |

      Examples: reordered
        | damage                    |
        | votes 2 and 3 are swapped |
        | votes 3 and 4 are swapped |

      Examples: grafted
        | damage                                                  |
        | the received_hash of vote 4 is made the hash of vote 2  |
        | the received_hash of vote 3 is made empty               |
        | the received_hash of vote 2 is moved to its parent_hash |

    @needs-voting.owner-first
    Scenario: Without its head
      Given Alice's proposal to 5 voters
      When Bob receives the votes "Alice YES, Carol NO, Dave YES, Erin YES" where vote 1 is left out
      Then Bob rejects it

    Scenario Outline: A copy where <damage> does not replace votes that Bob holds
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES, Carol YES"
      And Bob received the votes "Alice YES, Carol YES, Dave YES" where <damage>
      When Bob votes YES
      Then Bob's result is YES

      Examples:
        | damage                                        |
        | the vote of vote 2 is changed                 |
        | the vote of vote 2 is changed and hashed anew |

  @VOTE-SEC-04 @must
  Rule: A vote cannot be used again for another proposal

    Scenario: The proposal without the replayed vote is sound
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol YES, Dave YES"
      Then Bob's result is YES

    Scenario Outline: <damage>
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol YES, Dave YES" where <damage>
      Then Bob rejects it
      And Bob's result is never YES

      Examples: as it was, with the new id written in, written in and hashed
        | damage                                                      |
        | vote 3 is made for another proposal                         |
        | the proposal_id of vote 3 is changed                        |
        | vote 3 is made for another proposal and hashed for this one |

      Examples: from before a new proposal that has the old one's id
        | damage                                          |
        | vote 3 is made a second older than the proposal |

      Examples: in the layout of de-MLS
        | damage                             |
        | vote 3 is written as de-MLS has it |

    Scenario: The same vote twice is one vote
      Given Alice's proposal to 3 voters
      When Bob receives the votes "Alice YES" where vote 1 comes twice
      Then Bob's result is never YES
