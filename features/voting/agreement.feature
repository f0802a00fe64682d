Feature: Agreement
  Hashgraph-like consensus, Motivation and section 4: what many peers come to, over a network that loses, repeats, reorders and falls apart.

  @VOTE-AGREE-01 @must
  Rule: The guarantees hold as long as two thirds of the voters are honest

    @pair
    Scenario Outline: Of <n> voters, <f> <behave>
      When <n> peers vote on random schedules and <f> of them <behave>
      Then no two honest peers decide against each other, and false votes count nowhere

      Examples:
        | n | f | behave         |
        | 4 | 1 | forge          |
        | 7 | 2 | forge          |
        | 7 | 2 | replay         |
        | 7 | 2 | are silent     |
        | 4 | 1 | vote both ways |

  @VOTE-AGREE-02 @must
  Rule: Two honest users who both decide on a proposal decide alike

    @pair
    Scenario Outline: <votes> of <n>, in every order, silence meaning <silence>
      Given Alice's proposal to <n> voters, silence meaning <silence>
      When the votes "<votes>" reach a fresh peer in every order
      Then no two honest peers decide against each other

      Examples: every vote matters
        | n | silence | votes                                  |
        | 3 | YES     | Alice YES, Carol NO, Dave NO           |
        | 3 | YES     | Alice NO, Carol YES, Dave NO           |
        | 3 | NO      | Alice NO, Carol YES, Dave YES          |
        | 4 | YES     | Alice YES, Carol YES, Dave NO, Erin NO |

    @pair
    Scenario Outline: Random votes of <n>, loss, repeats, delay and partitions
      When <n> peers vote on random schedules
      Then no two honest peers decide against each other

      Examples:
        | n |
        | 3 |
        | 6 |

    @pair
    Scenario: Full delivery decides everywhere
      When 5 peers vote on random schedules
      Then without loss all honest peers have the same result

  @VOTE-ROUNDS-01 @must @needs-voting.transport
  Rule: A message reaches every peer after a number of rounds in the order of log n

    @pair
    Scenario: Doubling the peers adds rounds, it does not double them
      When groups of 6, 12 and 18 peers push to random peers until all hold all votes
      Then the rounds grow like log n

  @VOTE-FLOW-09 @must @needs-voting.transport
  Rule: After about log n rounds everybody has everybody's vote

    @pair
    Scenario: Random push among 12 peers, all honest
      When groups of 12 peers push to random peers until all hold all votes
      Then 6 log n rounds are enough

  @VOTE-LIVE-06 @must
  Rule: Where one peer decides, none decides the opposite

    @pair
    Scenario Outline: Every part of <votes> of <n>, silence meaning <silence>
      Given Alice's proposal to <n> voters, silence meaning <silence>
      When every part of the votes "<votes>" reaches a fresh peer
      Then no two honest peers decide against each other

      Examples: three voters
        | n | silence | votes                         |
        | 3 | YES     | Alice YES, Carol YES, Dave NO |
        | 3 | YES     | Alice NO, Carol YES, Dave NO  |
        | 3 | YES     | Alice NO, Carol YES, Dave YES |
        | 3 | NO      | Alice YES, Carol NO, Dave YES |
        | 3 | NO      | Alice NO, Carol YES, Dave NO  |

      Examples: more
        | n | silence | votes                                             |
        | 4 | YES     | Alice YES, Carol YES, Dave NO, Erin NO            |
        | 4 | NO      | Alice NO, Carol NO, Dave YES, Erin YES            |
        | 5 | YES     | Alice NO, Carol NO, Dave NO, Erin YES, Frank YES  |
        | 5 | NO      | Alice YES, Carol YES, Dave YES, Erin NO, Frank NO |

    @pair
    Scenario Outline: One of <n> votes both ways
      When two fresh peers hear all honest votes of <n> voters, and each another vote of one who votes both ways
      Then no two honest peers decide against each other

      Examples: even numbers, for which the text's thresholds suffice
        | n |
        | 4 |
        | 6 |

  @VOTE-LIVE-09 @must
  Rule: Between peers, two thirds of n rounds bring two thirds of the votes

    @pair
    Scenario Outline: <n> peers pass one proposal on, all YES
      When <n> peers pass one proposal on, each voting YES
      Then the peer of round <round> is the first to decide, on YES

      Examples:
        | n | round |
        | 3 |     2 |
        | 4 |     3 |
        | 5 |     4 |
        | 6 |     4 |
        | 9 |     6 |

  @VOTE-LIVE-10 @must
  Rule: On a channel, two rounds are enough

    @pair
    Scenario Outline: <n> peers, the answers in another order at each
      When one of <n> peers proposes to all and all answer all, each voting YES
      Then all honest peers have the result YES

      Examples:
        | n |
        | 3 |
        | 6 |
        | 9 |

    Scenario: The answers do not build on each other
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And Bob received the votes "Alice YES, Carol YES"
      When Bob receives the votes "Alice YES, Dave YES"
      Then Bob accepts the proposal
      And Bob's result is YES
