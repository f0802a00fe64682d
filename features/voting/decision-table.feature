Feature: The decision table
  Hashgraph-like consensus, sections 3 and 4: what any number of votes of 1 to 12 voters comes to, before the end
  and after it. Where silence completes a quorum, the last column of the results holds. 7:1–3 are seven YES and one
  to three NO. Computed by test/voting/decision-table.test.ts; do not edit.

  @VOTE-RES-11 @must
  Rule: A result is given when the liveness criteria hold, and only then

    Scenario Outline: <yes> YES and <no> NO of <n>, voted
      When Bob hears <yes> YES and <no> NO of <n> voters, thrice
      Then the results are
        |                               | strictly  | where silence completes a quorum |
        | before the end                | <open>    | <open>                           |
        | after it, silence meaning YES | <yes end> | <yes filled>                     |
        | after it, silence meaning NO  | <no end>  | <no filled>                      |

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
    Scenario Outline: <YES:NO> of <n>
      When Bob decides each of <YES:NO> of <n> voters
      Then the results are
        |                               | strictly  | where silence completes a quorum |
        | before the end                | <open>    | <open>                           |
        | after it, silence meaning YES | <yes end> | <yes filled>                     |
        | after it, silence meaning NO  | <no end>  | <no filled>                      |

      Examples: 1 voter
        | n | YES:NO | open      | yes end   | no end    | yes filled      | no filled       |
        | 1 |    1:0 | YES       | YES       | YES       | YES             | YES             |
        | 1 |    0:1 | NO        | NO        | NO        | NO              | NO              |
        | 1 |    0:0 | UNDECIDED | UNDECIDED | UNDECIDED | UNDECIDED or NO | UNDECIDED or NO |

      Examples: 2 voters
        | n | YES:NO   | open            | yes end         | no end          | yes filled      | no filled       |
        | 2 |      2:0 | YES             | YES             | YES             | YES             | YES             |
        | 2 |      1:1 | NO or TIE       | NO or TIE       | NO or TIE       | NO or TIE       | NO or TIE       |
        | 2 | 1:0, 0:0 | UNDECIDED       | UNDECIDED       | UNDECIDED       | UNDECIDED or NO | UNDECIDED or NO |
        | 2 |      0:2 | NO              | NO              | NO              | NO              | NO              |
        | 2 |      0:1 | UNDECIDED or NO | UNDECIDED or NO | UNDECIDED or NO | UNDECIDED or NO | UNDECIDED or NO |

      Examples: 3 voters
        | n | YES:NO     | open      | yes end   | no end    | yes filled | no filled |
        | 3 | 3:0, 2:0–1 | YES       | YES       | YES       | YES        | YES       |
        | 3 |   1:2, 0:3 | NO        | NO        | NO        | NO         | NO        |
        | 3 |        1:1 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 3 | 1:0, 0:0–1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 3 |        0:2 | early NO  | NO        | NO        | NO         | NO        |

      Examples: 4 voters
        | n | YES:NO       | open      | yes end   | no end    | yes filled | no filled |
        | 4 |   4:0, 3:0–1 | YES       | YES       | YES       | YES        | YES       |
        | 4 |          2:2 | TIE       | TIE       | TIE       | TIE        | TIE       |
        | 4 |          2:1 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 4 |          2:0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | TIE       |
        | 4 |     1:3, 0:4 | NO        | NO        | NO        | NO         | NO        |
        | 4 |          1:2 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 4 | 1:0–1, 0:0–1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 4 |          0:3 | early NO  | NO        | NO        | NO         | NO        |
        | 4 |          0:2 | UNDECIDED | UNDECIDED | UNDECIDED | TIE        | NO        |

      Examples: 5 voters
        | n | YES:NO              | open      | yes end   | no end    | yes filled | no filled |
        | 5 |   5:0, 4:0–1, 3:1–2 | YES       | YES       | YES       | YES        | YES       |
        | 5 |                 3:0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | YES       |
        | 5 |       2:3, 1:4, 0:5 | NO        | NO        | NO        | NO         | NO        |
        | 5 |                 2:2 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 5 | 2:0–1, 1:0–2, 0:0–2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 5 |            1:3, 0:4 | early NO  | NO        | NO        | NO         | NO        |
        | 5 |                 0:3 | UNDECIDED | UNDECIDED | UNDECIDED | NO         | NO        |

      Examples: 6 voters
        | n | YES:NO              | open      | yes end   | no end    | yes filled | no filled |
        | 6 |   6:0, 5:0–1, 4:0–2 | YES       | YES       | YES       | YES        | YES       |
        | 6 |                 3:3 | TIE       | TIE       | TIE       | TIE        | TIE       |
        | 6 |               3:1–2 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 6 |                 3:0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | TIE       |
        | 6 |       2:4, 1:5, 0:6 | NO        | NO        | NO        | NO         | NO        |
        | 6 |            2:3, 1:3 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 6 |                 2:2 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 6 | 2:0–1, 1:0–2, 0:0–2 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 6 |          1:4, 0:4–5 | early NO  | NO        | NO        | NO         | NO        |
        | 6 |                 0:3 | UNDECIDED | UNDECIDED | UNDECIDED | TIE        | NO        |

      Examples: 7 voters
        | n | YES:NO                     | open      | yes end   | no end    | yes filled | no filled |
        | 7 |   7:0, 6:0–1, 5:0–2, 4:1–3 | YES       | YES       | YES       | YES        | YES       |
        | 7 |                        4:0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | YES       |
        | 7 |         3:4, 2:5, 1:6, 0:7 | NO        | NO        | NO        | NO         | NO        |
        | 7 |                 3:2–3, 2:3 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 7 | 3:0–1, 2:0–2, 1:0–3, 0:0–3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 7 |          2:4, 1:4–5, 0:5–6 | early NO  | NO        | NO        | NO         | NO        |
        | 7 |                        0:4 | UNDECIDED | UNDECIDED | UNDECIDED | NO         | NO        |

      Examples: 8 voters
        | n | YES:NO                     | open      | yes end   | no end    | yes filled | no filled |
        | 8 |   8:0, 7:0–1, 6:0–2, 5:1–3 | YES       | YES       | YES       | YES        | YES       |
        | 8 |                        5:0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | YES       |
        | 8 |                        4:4 | TIE       | TIE       | TIE       | TIE        | TIE       |
        | 8 |                      4:2–3 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 8 |                      4:0–1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | TIE       |
        | 8 |         3:5, 2:6, 1:7, 0:8 | NO        | NO        | NO        | NO         | NO        |
        | 8 |                   3:4, 2:4 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 8 |                        3:3 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 8 | 3:0–2, 2:0–3, 1:0–3, 0:0–3 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 8 |          2:5, 1:5–6, 0:6–7 | early NO  | NO        | NO        | NO         | NO        |
        | 8 |                   1:4, 0:4 | UNDECIDED | UNDECIDED | UNDECIDED | TIE        | NO        |
        | 8 |                        0:5 | UNDECIDED | UNDECIDED | UNDECIDED | NO         | NO        |

      Examples: 9 voters
        | n | YES:NO                            | open      | yes end   | no end    | yes filled | no filled |
        | 9 |   9:0, 8:0–1, 7:0–2, 6:0–3, 5:1–4 | YES       | YES       | YES       | YES        | YES       |
        | 9 |                               5:0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | YES       |
        | 9 |           4:5, 3:6, 2:7, 1:8, 0:9 | NO        | NO        | NO        | NO         | NO        |
        | 9 |                 4:2–4, 3:3–4, 2:4 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 9 | 4:0–1, 3:0–2, 2:0–3, 1:0–4, 0:0–4 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 9 |          3:5, 2:5–6, 1:5–7, 0:6–8 | early NO  | NO        | NO        | NO         | NO        |
        | 9 |                               0:5 | UNDECIDED | UNDECIDED | UNDECIDED | NO         | NO        |

      Examples: 10 voters
        | n  | YES:NO                            | open      | yes end   | no end    | yes filled | no filled |
        | 10 |  10:0, 9:0–1, 8:0–2, 7:0–3, 6:1–4 | YES       | YES       | YES       | YES        | YES       |
        | 10 |                               6:0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | YES       |
        | 10 |                               5:5 | TIE       | TIE       | TIE       | TIE        | TIE       |
        | 10 |                             5:2–4 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 10 |                             5:0–1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | TIE       |
        | 10 |          4:6, 3:7, 2:8, 1:9, 0:10 | NO        | NO        | NO        | NO         | NO        |
        | 10 |                     4:5, 3:5, 2:5 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 10 |                        4:3–4, 3:4 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 10 | 4:0–2, 3:0–3, 2:0–4, 1:0–4, 0:0–4 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 10 |          3:6, 2:6–7, 1:6–8, 0:7–9 | early NO  | NO        | NO        | NO         | NO        |
        | 10 |                          1:5, 0:5 | UNDECIDED | UNDECIDED | UNDECIDED | TIE        | NO        |
        | 10 |                               0:6 | UNDECIDED | UNDECIDED | UNDECIDED | NO         | NO        |

      Examples: 11 voters
        | n  | YES:NO                                   | open      | yes end   | no end    | yes filled | no filled |
        | 11 | 11:0, 10:0–1, 9:0–2, 8:0–3, 7:1–4, 6:2–5 | YES       | YES       | YES       | YES        | YES       |
        | 11 |                               7:0, 6:0–1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | YES       |
        | 11 |           5:6, 4:7, 3:8, 2:9, 1:10, 0:11 | NO        | NO        | NO        | NO         | NO        |
        | 11 |                        5:3–5, 4:4–5, 3:5 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 11 | 5:0–2, 4:0–3, 3:0–4, 2:0–5, 1:0–5, 0:0–5 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 11 |         4:6, 3:6–7, 2:6–8, 1:7–9, 0:8–10 | early NO  | NO        | NO        | NO         | NO        |
        | 11 |                               1:6, 0:6–7 | UNDECIDED | UNDECIDED | UNDECIDED | NO         | NO        |

      Examples: 12 voters
        | n  | YES:NO                                    | open      | yes end   | no end    | yes filled | no filled |
        | 12 | 12:0, 11:0–1, 10:0–2, 9:0–3, 8:0–4, 7:1–5 | YES       | YES       | YES       | YES        | YES       |
        | 12 |                                       7:0 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | YES       |
        | 12 |                                       6:6 | TIE       | TIE       | TIE       | TIE        | TIE       |
        | 12 |                                     6:2–5 | UNDECIDED | YES       | TIE       | YES        | TIE       |
        | 12 |                                     6:0–1 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | TIE       |
        | 12 |           5:7, 4:8, 3:9, 2:10, 1:11, 0:12 | NO        | NO        | NO        | NO         | NO        |
        | 12 |                        5:6, 4:6, 3:6, 2:6 | UNDECIDED | TIE       | NO        | TIE        | NO        |
        | 12 |                         5:3–5, 4:4–5, 3:5 | UNDECIDED | YES       | NO        | YES        | NO        |
        | 12 |  5:0–2, 4:0–3, 3:0–4, 2:0–5, 1:0–5, 0:0–5 | UNDECIDED | UNDECIDED | UNDECIDED | YES        | NO        |
        | 12 |         4:7, 3:7–8, 2:7–9, 1:7–10, 0:8–11 | early NO  | NO        | NO        | NO         | NO        |
        | 12 |                                  1:6, 0:6 | UNDECIDED | UNDECIDED | UNDECIDED | TIE        | NO        |
        | 12 |                                       0:7 | UNDECIDED | UNDECIDED | UNDECIDED | NO         | NO        |
