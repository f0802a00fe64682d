Feature: Exchanging votes: the vote a peer adds
  Hashgraph-like consensus, section 2, steps 4.1 to 4.6: the fields of the new vote, and what it points to.

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
