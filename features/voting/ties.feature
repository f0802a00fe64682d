Feature: Equality of votes
  Hashgraph-like consensus, section 4: as many YES as NO, once silent voters are counted.

  @VOTE-TIE-01 @must
  Rule: Votes are equal when a quorum has voted and, silent voters counted, neither side is ahead

    Scenario Outline: <votes> of <n>, silence meaning <silence>
      Given Alice's proposal to <n> voters, silence meaning <silence>
      And Bob received the votes "<votes>"
      When the proposal expires
      Then Bob's result is <result>

      Examples: equal
        | n | votes                                   | silence | result |
        | 4 | Alice YES, Carol YES, Dave NO, Erin NO  | NO      | TIE    |
        | 4 | Alice YES, Carol YES, Dave NO           | NO      | TIE    |
        | 4 | Alice NO, Carol NO, Dave YES            | YES     | TIE    |
        | 6 | Alice YES, Carol YES, Dave YES, Erin NO | NO      | TIE    |

      Examples: one side is ahead
        | n | votes                         | silence | result |
        | 4 | Alice YES, Carol YES, Dave NO | YES     | YES    |
        | 4 | Alice NO, Carol NO, Dave YES  | NO      | NO     |
        | 3 | Alice YES, Carol NO           | YES     | YES    |
        | 3 | Alice YES, Carol NO           | NO      | NO     |

      Examples: two of four are no quorum, so there is nothing to be equal
        | n | votes               | silence | result                                             |
        | 4 | Alice YES, Carol NO | YES     | UNDECIDED, or YES where silence completes a quorum |

  @VOTE-TIE-02 @must
  Rule: Equal votes are no YES

    Scenario Outline: Two and two, silence meaning <silence>
      Given Alice's proposal to 4 voters, silence meaning <silence>
      When Bob receives the votes "<votes>"
      Then Bob's result is TIE

      Examples: whatever silence means, whoever was first
        | silence | votes                                  |
        | YES     | Alice YES, Carol YES, Dave NO, Erin NO |
        | NO      | Alice YES, Carol YES, Dave NO, Erin NO |
        | YES     | Alice NO, Carol NO, Dave YES, Erin YES |
        | NO      | Alice NO, Carol YES, Dave NO, Erin YES |

    Scenario: Three and one are a YES
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice NO, Carol YES, Dave YES, Erin YES"
      Then Bob's result is YES

  @VOTE-TIE-03 @must
  Rule: There is a policy for equal votes, RETRY or REJECT, and it is deterministic

    Scenario: One of the two is declared, and followed
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol YES, Dave NO, Erin NO"
      Then Bob's result is what the declared policy, RETRY or REJECT, makes of a tie

    @pair
    Scenario: Every order of the same votes comes to the same
      Given Alice's proposal to 4 voters
      When the votes "Alice YES, Carol YES, Dave NO, Erin NO" reach a fresh peer in every order
      Then all honest peers have the result TIE

  @VOTE-TIE-04 @must @needs-voting.retry
  Rule: RETRY runs the vote again under a new proposal_id

    Scenario: The question again, and none of the old votes
      Given Alice proposed YES to 4 voters, silence meaning YES and a tie meaning RETRY
      And Alice received the votes "Alice YES, Carol YES, Dave NO, Erin NO"
      When Alice retries, voting NO
      Then Alice's proposal has
        | proposal_id | another |
        | votes       |       1 |
      And Alice's result is UNDECIDED

    Scenario: A second tie leads to a third id
      Given Alice proposed YES to 4 voters, silence meaning YES and a tie meaning RETRY
      And Alice received the votes "Alice YES, Carol YES, Dave NO, Erin NO"
      And Alice retried, voting YES
      And Alice received the votes "Alice YES, Carol YES, Dave NO, Erin NO"
      When Alice retries, voting YES
      Then Alice's proposal has
        | proposal_id | another |

  @VOTE-TIE-05 @may @needs-voting.retry
  Rule: RETRY may change parameters, not the question

    Scenario: The payload is the same
      Given Alice proposed YES to 4 voters, silence meaning YES and a tie meaning RETRY
      And Alice received the votes "Alice YES, Carol YES, Dave NO, Erin NO"
      When Alice retries, voting YES
      Then Alice's proposal has
        | payload | as before |

  @VOTE-TIE-06 @must @needs-voting.reject
  Rule: REJECT ends the proposal with NO

    Scenario Outline: Two and two, silence meaning <silence>
      Given Alice proposed YES to 4 voters, silence meaning <silence> and a tie meaning REJECT
      When Alice receives the votes "Alice YES, Carol YES, Dave NO, Erin NO"
      Then Alice's result is NO
      And Alice's result is final

      Examples:
        | silence |
        | YES     |
        | NO      |

    Scenario: A YES is a YES
      Given Alice proposed YES to 4 voters, silence meaning YES and a tie meaning REJECT
      When Alice receives the votes "Alice YES, Carol YES, Dave NO, Erin YES"
      Then Alice's result is YES

  @VOTE-TIE-07 @should @needs-voting.tie-policy
  Rule: The policy goes with the payload, so that all peers follow the same

    @pair
    Scenario: Bob hears of a proposal whose tie means RETRY
      Given Alice proposed YES to 4 voters, silence meaning YES and a tie meaning RETRY
      And Bob received the proposal of Alice
      When Bob receives the votes "Alice YES, Carol YES, Dave NO, Erin NO"
      Then Bob's result is TIE

    @pair
    Scenario: And of one whose tie means REJECT
      Given Alice proposed YES to 4 voters, silence meaning YES and a tie meaning REJECT
      And Bob received the proposal of Alice
      When Bob receives the votes "Alice YES, Carol YES, Dave NO, Erin NO"
      Then Bob's result is NO
