Feature: Determining the result
  Hashgraph-like consensus, section 3: each peer verifies the votes it holds, and counts distinct voters.

  @VOTE-RES-01 @must
  Rule: A peer verifies the accumulated votes itself

    Scenario: Three good votes of four
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol YES, Dave YES"
      Then Bob's result is YES

    Scenario Outline: The same, but <damage>
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol YES, Dave YES" where <damage>
      Then Bob's result is never YES

      Examples: the vote that completes the quorum, and the first
        | damage                      |
        | vote 3 is signed by Mallory |
        | vote 1 is signed by Mallory |

  @VOTE-RES-02 @must
  Rule: YES needs a majority of all voters, not of those who voted

    Scenario Outline: <yes> YES and <no> NO of <n>
      Given Alice's proposal to <n> voters
      When Bob receives <yes> YES and <no> NO
      Then Bob's result is <result>

      Examples: more than half of all
        | n | yes | no | result |
        | 6 |   4 |  0 | YES    |
        | 9 |   5 |  1 | YES    |

      Examples: more than half of the votes, or more than a third, but not more than half of all
        | n | yes | no | result    |
        | 6 |   3 |  1 | UNDECIDED |
        | 9 |   4 |  2 | UNDECIDED |

  @VOTE-RES-03 @must
  Rule: Voters are counted by vote_owner, each once

    Scenario: Two owners of three are enough
      Given Alice's proposal to 3 voters
      When Bob receives the votes "Alice YES, Carol YES"
      Then Bob's result is YES

    Scenario: One owner twice is one voter
      Given Alice's proposal to 3 voters
      And Bob received the votes "Alice YES"
      When Bob receives the votes "Alice YES, Alice YES"
      Then Bob's result is UNDECIDED

    Scenario: One vote delivered three times is one vote
      Given Alice's proposal to 3 voters
      And Bob received the votes "Alice YES"
      And Bob received the votes "Alice YES"
      When Bob receives the votes "Alice YES"
      Then Bob's result is UNDECIDED

    Scenario: One owner in two lists is one voter
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES, Carol YES"
      When Bob receives the votes "Alice YES, Carol NO"
      Then Bob's result is UNDECIDED

  @VOTE-RES-04 @must
  Rule: There is no result before two thirds of the voters have voted

    Scenario Outline: <yes> YES of <n>
      Given Alice's proposal to <n> voters
      When Bob receives <yes> YES and 0 NO
      Then Bob's result is <result>

      Examples: a majority alone
        | n   | yes | result    |
        |   5 |   3 | UNDECIDED |
        |   8 |   5 | UNDECIDED |
        | 100 |  66 | UNDECIDED |

      Examples: a majority and a quorum
        | n   | yes | result |
        |   5 |   4 | YES    |
        |   8 |   6 | YES    |
        | 100 |  67 | YES    |

  @VOTE-RES-05 @must
  Rule: A result is final

    Scenario: NO votes that come after the YES
      Given Alice's proposal to 5 voters
      And Bob received the votes "Alice YES, Carol YES, Dave YES, Erin YES"
      When Bob receives the votes "Alice YES, Frank NO"
      Then Bob's result is YES

    Scenario: Second thoughts that come after the YES
      Given Alice's proposal to 3 voters
      And Bob received the votes "Alice YES, Carol YES"
      When Bob receives the votes "Alice YES, Carol YES, Carol NO, Alice NO"
      Then Bob's result is YES

    Scenario Outline: The end that comes after the <result>
      Given Alice's proposal to 6 voters, silence meaning <silence>
      And Bob received the votes "<votes>"
      When the proposal expires
      Then Bob's result is <result>

      Examples:
        | votes                                    | silence | result |
        | Alice YES, Carol YES, Dave YES, Erin YES | NO      | YES    |
        | Alice NO, Carol NO, Dave NO, Erin NO     | YES     | NO     |

  @VOTE-RES-13 @must
  Rule: Each YES counts once for its owner

    Scenario: Three owners
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol YES, Dave YES"
      Then Bob's result is YES

    Scenario: Two owners, one of them in two lists
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES, Carol YES"
      When Bob receives the votes "Alice YES, Carol YES, Carol YES"
      Then Bob's result is UNDECIDED

    Scenario: A NO is no YES
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol YES, Dave NO"
      Then Bob's result is UNDECIDED

  @VOTE-EDGE-01 @must
  Rule: There are no more voters than expected

    Scenario: Three of three
      Given Alice's proposal to 3 voters
      When Bob receives the votes "Alice NO, Carol YES, Dave YES"
      Then Bob's result is YES

    Scenario: Four of three
      Given Alice's proposal to 3 voters
      When Bob receives the votes "Alice NO, Carol NO, Dave YES, Erin YES"
      Then Bob rejects it
      And Bob's result is never YES

    Scenario: A sixth voter of five, by another list
      Given Alice's proposal to 5 voters
      And Bob received the votes "Alice YES, Carol NO, Dave NO"
      And Bob received the votes "Alice YES, Erin YES, Frank YES"
      When Bob receives the votes "Alice YES, Grace NO"
      Then Bob's result is YES

    Scenario: After one voter too many, the others still decide
      Given Alice's proposal to 3 voters
      And Bob received the votes "Alice YES, Carol YES, Dave YES, Erin YES"
      When Bob receives the votes "Alice YES, Carol YES"
      Then Bob's result is YES
