Feature: Liveness
  Hashgraph-like consensus, section 4: how many votes make a result, when it is told, and when voting ends.

  @VOTE-LIVE-01 @must
  Rule: Of more than two voters, at least two thirds have to vote

    Scenario Outline: <votes> of <n> say YES
      Given Alice's proposal to <n> voters
      When Bob receives <votes> YES and 0 NO
      Then Bob's result is <result>

      Examples: just enough
        | n   | votes | result |
        |   3 |     2 | YES    |
        |   4 |     3 | YES    |
        |   5 |     4 | YES    |
        |   6 |     4 | YES    |
        |   7 |     5 | YES    |
        |   9 |     6 | YES    |
        |  10 |     7 | YES    |
        |  12 |     8 | YES    |
        | 100 |    67 | YES    |

      Examples: one short
        | n   | votes | result    |
        |   3 |     1 | UNDECIDED |
        |   4 |     2 | UNDECIDED |
        |   5 |     3 | UNDECIDED |
        |   6 |     3 | UNDECIDED |
        |   7 |     4 | UNDECIDED |
        |   9 |     5 | UNDECIDED |
        |  10 |     6 | UNDECIDED |
        |  12 |     7 | UNDECIDED |
        | 100 |    66 | UNDECIDED |

  @VOTE-LIVE-02 @must
  Rule: Of more than two voters, more than half have to say YES

    Scenario Outline: <yes> YES and <no> NO of <n>
      Given Alice's proposal to <n> voters
      When Bob receives <yes> YES and <no> NO
      Then Bob's result is <result>

      Examples: more than half
        | n | yes | no | result |
        | 3 |   2 |  1 | YES    |
        | 4 |   3 |  0 | YES    |
        | 5 |   3 |  2 | YES    |
        | 6 |   4 |  0 | YES    |
        | 7 |   4 |  1 | YES    |
        | 9 |   5 |  4 | YES    |

      Examples: half, or less
        | n | yes | no | result    |
        | 4 |   2 |  1 | UNDECIDED |
        | 6 |   3 |  2 | UNDECIDED |
        | 7 |   3 |  2 | UNDECIDED |

  @VOTE-LIVE-03 @must
  Rule: Of one or two voters, all have to say YES

    Scenario Outline: <votes> of <n>
      Given Alice's proposal to <n> voters
      When Bob receives the votes "<votes>"
      Then Bob's result is <result>

      Examples: alone
        | n | votes     | result |
        | 1 | Alice YES | YES    |
        | 1 | Alice NO  | NO     |

      Examples: two
        | n | votes                | result          |
        | 2 | Alice YES, Carol YES | YES             |
        | 2 | Alice YES, Carol NO  | NO or TIE       |
        | 2 | Alice NO, Carol YES  | NO or TIE       |
        | 2 | Alice NO, Carol NO   | NO              |
        | 2 | Alice YES            | UNDECIDED       |
        | 2 | Alice NO             | UNDECIDED or NO |

    Scenario: Silence is no agreement
      Given Alice's proposal to 2 voters
      And Bob received the votes "Alice YES"
      When the proposal expires
      Then Bob's result is never YES

  @VOTE-LIVE-04 @must
  Rule: A result is told as soon as it holds

    Scenario: Six YES of nine, the other three and the end still to come
      Given Alice's proposal to 9 voters
      When Bob receives 6 YES and 0 NO
      Then Bob's result is YES

    Scenario: The deciding vote, and not the one before or after
      Given Alice's proposal to 6 voters
      And Bob received the votes "Alice YES, Carol YES, Dave YES"
      And Bob's result was UNDECIDED
      When Bob receives the votes "Alice YES, Carol YES, Dave YES, Erin YES"
      Then Bob's result is YES

  @VOTE-LIVE-05 @must
  Rule: Each peer computes the result itself

    Scenario: Nobody tells Bob, who holds all votes
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES, Carol YES"
      When Bob votes YES
      Then Bob's result is YES

    Scenario: Whoever holds less knows less
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES, Carol YES, Dave YES"
      When Erin receives the votes "Alice YES, Carol YES"
      Then Bob's result is YES
      And Erin's result is UNDECIDED

  @VOTE-LIVE-07 @must
  Rule: Who lacks votes stays undecided

    Scenario Outline: <yes> YES and <no> NO of <n>
      Given Alice's proposal to <n> voters
      When Bob receives <yes> YES and <no> NO
      Then Bob's result is UNDECIDED

      Examples: the creator's alone, one short of a quorum, no majority yet
        | n  | yes | no |
        |  3 |   1 |  0 |
        |  3 |   0 |  1 |
        |  6 |   3 |  0 |
        |  6 |   0 |  3 |
        | 12 |   4 |  4 |

    Scenario Outline: Silence is not counted while it may still end: 1 YES and 1 NO of 3, silence meaning <silence>
      Given Alice's proposal to 3 voters, silence meaning <silence>
      When Bob receives the votes "Alice YES, Carol NO"
      Then Bob's result is UNDECIDED

      Examples:
        | silence |
        | YES     |
        | NO      |
