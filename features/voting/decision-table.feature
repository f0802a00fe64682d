Feature: The decision table
  Hashgraph-like consensus, sections 3 and 4: what any number of votes of 1 to 12 voters comes to, before the end
  and after it. Where silence completes a quorum, the last two columns hold instead of the two before them.
  Computed by test/voting/decision-table.test.ts; do not edit.

  @VOTE-RES-11 @must
  Rule: A result is given when the liveness criteria hold, and only then

    Scenario Outline: <yes> YES and <no> NO of <n>, voted
      When Bob hears <yes> YES and <no> NO of <n> voters, thrice
      Then the result is <open> before the end
      And it is <yes end> after it where silence means YES, or <yes filled> where it completes a quorum
      And it is <no end> after it where silence means NO, or <no filled> where it completes a quorum

      Examples: 1 voter
        | n | yes | no | open | yes end | no end | yes filled | no filled |
        | 1 |   1 |  0 | YES  | YES     | YES    | YES        | YES       |
        | 1 |   0 |  1 | NO   | NO      | NO     | NO         | NO        |

      Examples: 2 voters
        | n | yes | no | open            | yes end         | no end          | yes filled      | no filled       |
        | 2 |   2 |  0 | YES             | YES             | YES             | YES             | YES             |
        | 2 |   1 |  1 | NO or TIE       | NO or TIE       | NO or TIE       | NO or TIE       | NO or TIE       |
        | 2 |   1 |  0 | UNDECIDED       | UNDECIDED       | UNDECIDED       | UNDECIDED or NO | UNDECIDED or NO |
        | 2 |   0 |  2 | NO              | NO              | NO              | NO              | NO              |
        | 2 |   0 |  1 | UNDECIDED or NO | UNDECIDED or NO | UNDECIDED or NO | UNDECIDED or NO | UNDECIDED or NO |

      Examples: 3 voters
        | n | yes | no | open      | yes end   | no end    | yes filled | no filled |
        | 3 |   3 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 3 |   2 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 3 |   2 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 3 |   1 |  2 | NO        | NO        | NO        | NO         | NO        |
        | 3 |   1 |  1 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 3 |   1 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 3 |   0 |  3 | NO        | NO        | NO        | NO         | NO        |
        | 3 |   0 |  2 | early NO  | NO        | NO        | NO         | NO        |
        | 3 |   0 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |

      Examples: 4 voters
        | n | yes | no | open      | yes end   | no end    | yes filled | no filled |
        | 4 |   4 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 4 |   3 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 4 |   3 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 4 |   2 |  2 | TIE       | TIE       | TIE       | TIE        | TIE       |
        | 4 |   2 |  1 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 4 |   2 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | TIE       |
        | 4 |   1 |  3 | NO        | NO        | NO        | NO         | NO        |
        | 4 |   1 |  2 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 4 |   1 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 4 |   1 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 4 |   0 |  4 | NO        | NO        | NO        | NO         | NO        |
        | 4 |   0 |  3 | early NO  | NO        | NO        | NO         | NO        |
        | 4 |   0 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | TIE        | NO        |
        | 4 |   0 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |

    @needs-voting.decide
    Scenario Outline: <yes> YES and <no> NO of <n>
      When Bob decides <yes> YES and <no> NO of <n> voters
      Then the result is <open> before the end
      And it is <yes end> after it where silence means YES, or <yes filled> where it completes a quorum
      And it is <no end> after it where silence means NO, or <no filled> where it completes a quorum

      Examples: 1 voter
        | n | yes | no | open      | yes end   | no end    | yes filled      | no filled       |
        | 1 |   1 |  0 | YES       | YES       | YES       | YES             | YES             |
        | 1 |   0 |  1 | NO        | NO        | NO        | NO              | NO              |
        | 1 |   0 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | UNDECIDED or NO | UNDECIDED or NO |

      Examples: 2 voters
        | n | yes | no | open            | yes end         | no end          | yes filled      | no filled       |
        | 2 |   2 |  0 | YES             | YES             | YES             | YES             | YES             |
        | 2 |   1 |  1 | NO or TIE       | NO or TIE       | NO or TIE       | NO or TIE       | NO or TIE       |
        | 2 |   1 |  0 | UNDECIDED       | UNDECIDED       | UNDECIDED       | UNDECIDED or NO | UNDECIDED or NO |
        | 2 |   0 |  2 | NO              | NO              | NO              | NO              | NO              |
        | 2 |   0 |  1 | UNDECIDED or NO | UNDECIDED or NO | UNDECIDED or NO | UNDECIDED or NO | UNDECIDED or NO |
        | 2 |   0 |  0 | UNDECIDED       | UNDECIDED       | UNDECIDED       | UNDECIDED or NO | UNDECIDED or NO |

      Examples: 3 voters
        | n | yes | no | open      | yes end   | no end    | yes filled | no filled |
        | 3 |   3 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 3 |   2 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 3 |   2 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 3 |   1 |  2 | NO        | NO        | NO        | NO         | NO        |
        | 3 |   1 |  1 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 3 |   1 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 3 |   0 |  3 | NO        | NO        | NO        | NO         | NO        |
        | 3 |   0 |  2 | early NO  | NO        | NO        | NO         | NO        |
        | 3 |   0 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 3 |   0 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |

      Examples: 4 voters
        | n | yes | no | open      | yes end   | no end    | yes filled | no filled |
        | 4 |   4 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 4 |   3 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 4 |   3 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 4 |   2 |  2 | TIE       | TIE       | TIE       | TIE        | TIE       |
        | 4 |   2 |  1 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 4 |   2 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | TIE       |
        | 4 |   1 |  3 | NO        | NO        | NO        | NO         | NO        |
        | 4 |   1 |  2 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 4 |   1 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 4 |   1 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 4 |   0 |  4 | NO        | NO        | NO        | NO         | NO        |
        | 4 |   0 |  3 | early NO  | NO        | NO        | NO         | NO        |
        | 4 |   0 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | TIE        | NO        |
        | 4 |   0 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 4 |   0 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |

      Examples: 5 voters
        | n | yes | no | open      | yes end   | no end    | yes filled | no filled |
        | 5 |   5 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 5 |   4 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 5 |   4 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 5 |   3 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 5 |   3 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 5 |   3 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | YES       |
        | 5 |   2 |  3 | NO        | NO        | NO        | NO         | NO        |
        | 5 |   2 |  2 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 5 |   2 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 5 |   2 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 5 |   1 |  4 | NO        | NO        | NO        | NO         | NO        |
        | 5 |   1 |  3 | early NO  | NO        | NO        | NO         | NO        |
        | 5 |   1 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 5 |   1 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 5 |   1 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 5 |   0 |  5 | NO        | NO        | NO        | NO         | NO        |
        | 5 |   0 |  4 | early NO  | NO        | NO        | NO         | NO        |
        | 5 |   0 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | NO         | NO        |
        | 5 |   0 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 5 |   0 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 5 |   0 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |

      Examples: 6 voters
        | n | yes | no | open      | yes end   | no end    | yes filled | no filled |
        | 6 |   6 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 6 |   5 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 6 |   5 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 6 |   4 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 6 |   4 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 6 |   4 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 6 |   3 |  3 | TIE       | TIE       | TIE       | TIE        | TIE       |
        | 6 |   3 |  2 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 6 |   3 |  1 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 6 |   3 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | TIE       |
        | 6 |   2 |  4 | NO        | NO        | NO        | NO         | NO        |
        | 6 |   2 |  3 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 6 |   2 |  2 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 6 |   2 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 6 |   2 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 6 |   1 |  5 | NO        | NO        | NO        | NO         | NO        |
        | 6 |   1 |  4 | early NO  | NO        | NO        | NO         | NO        |
        | 6 |   1 |  3 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 6 |   1 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 6 |   1 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 6 |   1 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 6 |   0 |  6 | NO        | NO        | NO        | NO         | NO        |
        | 6 |   0 |  5 | early NO  | NO        | NO        | NO         | NO        |
        | 6 |   0 |  4 | early NO  | NO        | NO        | NO         | NO        |
        | 6 |   0 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | TIE        | NO        |
        | 6 |   0 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 6 |   0 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 6 |   0 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |

      Examples: 7 voters
        | n | yes | no | open      | yes end   | no end    | yes filled | no filled |
        | 7 |   7 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 7 |   6 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 7 |   6 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 7 |   5 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 7 |   5 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 7 |   5 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 7 |   4 |  3 | YES       | YES       | YES       | YES        | YES       |
        | 7 |   4 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 7 |   4 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 7 |   4 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | YES       |
        | 7 |   3 |  4 | NO        | NO        | NO        | NO         | NO        |
        | 7 |   3 |  3 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 7 |   3 |  2 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 7 |   3 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 7 |   3 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 7 |   2 |  5 | NO        | NO        | NO        | NO         | NO        |
        | 7 |   2 |  4 | early NO  | NO        | NO        | NO         | NO        |
        | 7 |   2 |  3 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 7 |   2 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 7 |   2 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 7 |   2 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 7 |   1 |  6 | NO        | NO        | NO        | NO         | NO        |
        | 7 |   1 |  5 | early NO  | NO        | NO        | NO         | NO        |
        | 7 |   1 |  4 | early NO  | NO        | NO        | NO         | NO        |
        | 7 |   1 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 7 |   1 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 7 |   1 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 7 |   1 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 7 |   0 |  7 | NO        | NO        | NO        | NO         | NO        |
        | 7 |   0 |  6 | early NO  | NO        | NO        | NO         | NO        |
        | 7 |   0 |  5 | early NO  | NO        | NO        | NO         | NO        |
        | 7 |   0 |  4 | UNDECIDED | UNDECIDED | UNDECIDED | NO         | NO        |
        | 7 |   0 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 7 |   0 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 7 |   0 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 7 |   0 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |

      Examples: 8 voters
        | n | yes | no | open      | yes end   | no end    | yes filled | no filled |
        | 8 |   8 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 8 |   7 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 8 |   7 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 8 |   6 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 8 |   6 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 8 |   6 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 8 |   5 |  3 | YES       | YES       | YES       | YES        | YES       |
        | 8 |   5 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 8 |   5 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 8 |   5 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | YES       |
        | 8 |   4 |  4 | TIE       | TIE       | TIE       | TIE        | TIE       |
        | 8 |   4 |  3 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 8 |   4 |  2 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 8 |   4 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | TIE       |
        | 8 |   4 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | TIE       |
        | 8 |   3 |  5 | NO        | NO        | NO        | NO         | NO        |
        | 8 |   3 |  4 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 8 |   3 |  3 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 8 |   3 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 8 |   3 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 8 |   3 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 8 |   2 |  6 | NO        | NO        | NO        | NO         | NO        |
        | 8 |   2 |  5 | early NO  | NO        | NO        | NO         | NO        |
        | 8 |   2 |  4 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 8 |   2 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 8 |   2 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 8 |   2 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 8 |   2 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 8 |   1 |  7 | NO        | NO        | NO        | NO         | NO        |
        | 8 |   1 |  6 | early NO  | NO        | NO        | NO         | NO        |
        | 8 |   1 |  5 | early NO  | NO        | NO        | NO         | NO        |
        | 8 |   1 |  4 | UNDECIDED | UNDECIDED | UNDECIDED | TIE        | NO        |
        | 8 |   1 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 8 |   1 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 8 |   1 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 8 |   1 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 8 |   0 |  8 | NO        | NO        | NO        | NO         | NO        |
        | 8 |   0 |  7 | early NO  | NO        | NO        | NO         | NO        |
        | 8 |   0 |  6 | early NO  | NO        | NO        | NO         | NO        |
        | 8 |   0 |  5 | UNDECIDED | UNDECIDED | UNDECIDED | NO         | NO        |
        | 8 |   0 |  4 | UNDECIDED | UNDECIDED | UNDECIDED | TIE        | NO        |
        | 8 |   0 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 8 |   0 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 8 |   0 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 8 |   0 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |

      Examples: 9 voters
        | n | yes | no | open      | yes end   | no end    | yes filled | no filled |
        | 9 |   9 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 9 |   8 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 9 |   8 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 9 |   7 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 9 |   7 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 9 |   7 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 9 |   6 |  3 | YES       | YES       | YES       | YES        | YES       |
        | 9 |   6 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 9 |   6 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 9 |   6 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 9 |   5 |  4 | YES       | YES       | YES       | YES        | YES       |
        | 9 |   5 |  3 | YES       | YES       | YES       | YES        | YES       |
        | 9 |   5 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 9 |   5 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 9 |   5 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | YES       |
        | 9 |   4 |  5 | NO        | NO        | NO        | NO         | NO        |
        | 9 |   4 |  4 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 9 |   4 |  3 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 9 |   4 |  2 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 9 |   4 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   4 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   3 |  6 | NO        | NO        | NO        | NO         | NO        |
        | 9 |   3 |  5 | early NO  | NO        | NO        | NO         | NO        |
        | 9 |   3 |  4 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 9 |   3 |  3 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 9 |   3 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   3 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   3 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   2 |  7 | NO        | NO        | NO        | NO         | NO        |
        | 9 |   2 |  6 | early NO  | NO        | NO        | NO         | NO        |
        | 9 |   2 |  5 | early NO  | NO        | NO        | NO         | NO        |
        | 9 |   2 |  4 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 9 |   2 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   2 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   2 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   2 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   1 |  8 | NO        | NO        | NO        | NO         | NO        |
        | 9 |   1 |  7 | early NO  | NO        | NO        | NO         | NO        |
        | 9 |   1 |  6 | early NO  | NO        | NO        | NO         | NO        |
        | 9 |   1 |  5 | early NO  | NO        | NO        | NO         | NO        |
        | 9 |   1 |  4 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   1 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   1 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   1 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   1 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   0 |  9 | NO        | NO        | NO        | NO         | NO        |
        | 9 |   0 |  8 | early NO  | NO        | NO        | NO         | NO        |
        | 9 |   0 |  7 | early NO  | NO        | NO        | NO         | NO        |
        | 9 |   0 |  6 | early NO  | NO        | NO        | NO         | NO        |
        | 9 |   0 |  5 | UNDECIDED | UNDECIDED | UNDECIDED | NO         | NO        |
        | 9 |   0 |  4 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   0 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   0 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   0 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |   0 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |

      Examples: 10 voters
        | n  | yes | no | open      | yes end   | no end    | yes filled | no filled |
        | 10 |  10 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 10 |   9 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 10 |   9 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 10 |   8 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 10 |   8 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 10 |   8 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 10 |   7 |  3 | YES       | YES       | YES       | YES        | YES       |
        | 10 |   7 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 10 |   7 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 10 |   7 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 10 |   6 |  4 | YES       | YES       | YES       | YES        | YES       |
        | 10 |   6 |  3 | YES       | YES       | YES       | YES        | YES       |
        | 10 |   6 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 10 |   6 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 10 |   6 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | YES       |
        | 10 |   5 |  5 | TIE       | TIE       | TIE       | TIE        | TIE       |
        | 10 |   5 |  4 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 10 |   5 |  3 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 10 |   5 |  2 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 10 |   5 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | TIE       |
        | 10 |   5 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | TIE       |
        | 10 |   4 |  6 | NO        | NO        | NO        | NO         | NO        |
        | 10 |   4 |  5 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 10 |   4 |  4 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 10 |   4 |  3 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 10 |   4 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   4 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   4 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   3 |  7 | NO        | NO        | NO        | NO         | NO        |
        | 10 |   3 |  6 | early NO  | NO        | NO        | NO         | NO        |
        | 10 |   3 |  5 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 10 |   3 |  4 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 10 |   3 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   3 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   3 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   3 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   2 |  8 | NO        | NO        | NO        | NO         | NO        |
        | 10 |   2 |  7 | early NO  | NO        | NO        | NO         | NO        |
        | 10 |   2 |  6 | early NO  | NO        | NO        | NO         | NO        |
        | 10 |   2 |  5 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 10 |   2 |  4 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   2 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   2 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   2 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   2 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   1 |  9 | NO        | NO        | NO        | NO         | NO        |
        | 10 |   1 |  8 | early NO  | NO        | NO        | NO         | NO        |
        | 10 |   1 |  7 | early NO  | NO        | NO        | NO         | NO        |
        | 10 |   1 |  6 | early NO  | NO        | NO        | NO         | NO        |
        | 10 |   1 |  5 | UNDECIDED | UNDECIDED | UNDECIDED | TIE        | NO        |
        | 10 |   1 |  4 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   1 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   1 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   1 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   1 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   0 | 10 | NO        | NO        | NO        | NO         | NO        |
        | 10 |   0 |  9 | early NO  | NO        | NO        | NO         | NO        |
        | 10 |   0 |  8 | early NO  | NO        | NO        | NO         | NO        |
        | 10 |   0 |  7 | early NO  | NO        | NO        | NO         | NO        |
        | 10 |   0 |  6 | UNDECIDED | UNDECIDED | UNDECIDED | NO         | NO        |
        | 10 |   0 |  5 | UNDECIDED | UNDECIDED | UNDECIDED | TIE        | NO        |
        | 10 |   0 |  4 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   0 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   0 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   0 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |   0 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |

      Examples: 11 voters
        | n  | yes | no | open      | yes end   | no end    | yes filled | no filled |
        | 11 |  11 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 11 |  10 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 11 |  10 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 11 |   9 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 11 |   9 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 11 |   9 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 11 |   8 |  3 | YES       | YES       | YES       | YES        | YES       |
        | 11 |   8 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 11 |   8 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 11 |   8 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 11 |   7 |  4 | YES       | YES       | YES       | YES        | YES       |
        | 11 |   7 |  3 | YES       | YES       | YES       | YES        | YES       |
        | 11 |   7 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 11 |   7 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 11 |   7 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | YES       |
        | 11 |   6 |  5 | YES       | YES       | YES       | YES        | YES       |
        | 11 |   6 |  4 | YES       | YES       | YES       | YES        | YES       |
        | 11 |   6 |  3 | YES       | YES       | YES       | YES        | YES       |
        | 11 |   6 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 11 |   6 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | YES       |
        | 11 |   6 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | YES       |
        | 11 |   5 |  6 | NO        | NO        | NO        | NO         | NO        |
        | 11 |   5 |  5 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 11 |   5 |  4 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 11 |   5 |  3 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 11 |   5 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   5 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   5 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   4 |  7 | NO        | NO        | NO        | NO         | NO        |
        | 11 |   4 |  6 | early NO  | NO        | NO        | NO         | NO        |
        | 11 |   4 |  5 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 11 |   4 |  4 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 11 |   4 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   4 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   4 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   4 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   3 |  8 | NO        | NO        | NO        | NO         | NO        |
        | 11 |   3 |  7 | early NO  | NO        | NO        | NO         | NO        |
        | 11 |   3 |  6 | early NO  | NO        | NO        | NO         | NO        |
        | 11 |   3 |  5 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 11 |   3 |  4 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   3 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   3 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   3 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   3 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   2 |  9 | NO        | NO        | NO        | NO         | NO        |
        | 11 |   2 |  8 | early NO  | NO        | NO        | NO         | NO        |
        | 11 |   2 |  7 | early NO  | NO        | NO        | NO         | NO        |
        | 11 |   2 |  6 | early NO  | NO        | NO        | NO         | NO        |
        | 11 |   2 |  5 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   2 |  4 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   2 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   2 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   2 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   2 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   1 | 10 | NO        | NO        | NO        | NO         | NO        |
        | 11 |   1 |  9 | early NO  | NO        | NO        | NO         | NO        |
        | 11 |   1 |  8 | early NO  | NO        | NO        | NO         | NO        |
        | 11 |   1 |  7 | early NO  | NO        | NO        | NO         | NO        |
        | 11 |   1 |  6 | UNDECIDED | UNDECIDED | UNDECIDED | NO         | NO        |
        | 11 |   1 |  5 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   1 |  4 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   1 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   1 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   1 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   1 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   0 | 11 | NO        | NO        | NO        | NO         | NO        |
        | 11 |   0 | 10 | early NO  | NO        | NO        | NO         | NO        |
        | 11 |   0 |  9 | early NO  | NO        | NO        | NO         | NO        |
        | 11 |   0 |  8 | early NO  | NO        | NO        | NO         | NO        |
        | 11 |   0 |  7 | UNDECIDED | UNDECIDED | UNDECIDED | NO         | NO        |
        | 11 |   0 |  6 | UNDECIDED | UNDECIDED | UNDECIDED | NO         | NO        |
        | 11 |   0 |  5 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   0 |  4 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   0 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   0 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   0 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |   0 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |

      Examples: 12 voters
        | n  | yes | no | open      | yes end   | no end    | yes filled | no filled |
        | 12 |  12 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 12 |  11 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 12 |  11 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 12 |  10 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 12 |  10 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 12 |  10 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 12 |   9 |  3 | YES       | YES       | YES       | YES        | YES       |
        | 12 |   9 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 12 |   9 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 12 |   9 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 12 |   8 |  4 | YES       | YES       | YES       | YES        | YES       |
        | 12 |   8 |  3 | YES       | YES       | YES       | YES        | YES       |
        | 12 |   8 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 12 |   8 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 12 |   8 |  0 | YES       | YES       | YES       | YES        | YES       |
        | 12 |   7 |  5 | YES       | YES       | YES       | YES        | YES       |
        | 12 |   7 |  4 | YES       | YES       | YES       | YES        | YES       |
        | 12 |   7 |  3 | YES       | YES       | YES       | YES        | YES       |
        | 12 |   7 |  2 | YES       | YES       | YES       | YES        | YES       |
        | 12 |   7 |  1 | YES       | YES       | YES       | YES        | YES       |
        | 12 |   7 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | YES       |
        | 12 |   6 |  6 | TIE       | TIE       | TIE       | TIE        | TIE       |
        | 12 |   6 |  5 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 12 |   6 |  4 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 12 |   6 |  3 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 12 |   6 |  2 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 12 |   6 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | TIE       |
        | 12 |   6 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | TIE       |
        | 12 |   5 |  7 | NO        | NO        | NO        | NO         | NO        |
        | 12 |   5 |  6 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 12 |   5 |  5 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 12 |   5 |  4 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 12 |   5 |  3 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 12 |   5 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   5 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   5 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   4 |  8 | NO        | NO        | NO        | NO         | NO        |
        | 12 |   4 |  7 | early NO  | NO        | NO        | NO         | NO        |
        | 12 |   4 |  6 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 12 |   4 |  5 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 12 |   4 |  4 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 12 |   4 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   4 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   4 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   4 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   3 |  9 | NO        | NO        | NO        | NO         | NO        |
        | 12 |   3 |  8 | early NO  | NO        | NO        | NO         | NO        |
        | 12 |   3 |  7 | early NO  | NO        | NO        | NO         | NO        |
        | 12 |   3 |  6 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 12 |   3 |  5 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 12 |   3 |  4 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   3 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   3 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   3 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   3 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   2 | 10 | NO        | NO        | NO        | NO         | NO        |
        | 12 |   2 |  9 | early NO  | NO        | NO        | NO         | NO        |
        | 12 |   2 |  8 | early NO  | NO        | NO        | NO         | NO        |
        | 12 |   2 |  7 | early NO  | NO        | NO        | NO         | NO        |
        | 12 |   2 |  6 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 12 |   2 |  5 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   2 |  4 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   2 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   2 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   2 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   2 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   1 | 11 | NO        | NO        | NO        | NO         | NO        |
        | 12 |   1 | 10 | early NO  | NO        | NO        | NO         | NO        |
        | 12 |   1 |  9 | early NO  | NO        | NO        | NO         | NO        |
        | 12 |   1 |  8 | early NO  | NO        | NO        | NO         | NO        |
        | 12 |   1 |  7 | early NO  | NO        | NO        | NO         | NO        |
        | 12 |   1 |  6 | UNDECIDED | UNDECIDED | UNDECIDED | TIE        | NO        |
        | 12 |   1 |  5 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   1 |  4 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   1 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   1 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   1 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   1 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   0 | 12 | NO        | NO        | NO        | NO         | NO        |
        | 12 |   0 | 11 | early NO  | NO        | NO        | NO         | NO        |
        | 12 |   0 | 10 | early NO  | NO        | NO        | NO         | NO        |
        | 12 |   0 |  9 | early NO  | NO        | NO        | NO         | NO        |
        | 12 |   0 |  8 | early NO  | NO        | NO        | NO         | NO        |
        | 12 |   0 |  7 | UNDECIDED | UNDECIDED | UNDECIDED | NO         | NO        |
        | 12 |   0 |  6 | UNDECIDED | UNDECIDED | UNDECIDED | TIE        | NO        |
        | 12 |   0 |  5 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   0 |  4 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   0 |  3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   0 |  2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   0 |  1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |   0 |  0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
