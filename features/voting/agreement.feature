Feature: Agreement
  Hashgraph-like consensus, Motivation and section 4: what many peers come to, over a network that loses, repeats and reorders.

  @VOTE-AGREE-01 @must
  Rule: The guarantees hold as long as two thirds of the voters are honest

    Scenario Outline: Of <n> voters, <f> <behave>
      When <n> peers vote on random schedules and <f> of them <behave>
      Then in every schedule no honest peer decides against another
      And in every schedule forged votes count nowhere

      Examples:
        | n | f | behave |
        | 4 | 1 | forge  |
        | 7 | 2 | forge  |
        | 7 | 2 | replay |
        | 7 | 2 | are silent |

    Scenario: One of four votes both ways
      When 4 peers vote on random schedules and 1 of them equivocates
      Then in every schedule no honest peer decides against another

  @VOTE-AGREE-02 @must
  Rule: Two honest users who both decide on a proposal decide alike

    Scenario Outline: <votes> of <n>, in every order, silence meaning <silence>
      Given Alice's proposal to <n> voters, silence meaning <silence>
      When the votes <votes> reach a fresh peer in every order
      Then no two of them ever decide otherwise

      Examples: every vote matters
        | n | silence | votes                                  |
        | 3 | YES     | Alice YES, Carol NO, Dave NO           |
        | 3 | NO      | Alice NO, Carol YES, Dave YES          |
        | 4 | YES     | Alice YES, Carol YES, Dave NO, Erin NO |

    Scenario: Random votes, loss, repeats and delay
      When 5 peers vote on random schedules
      Then in every schedule no honest peer decides against another

    Scenario: Full delivery decides everywhere
      When 5 peers vote on random schedules without loss
      Then in every schedule all honest peers have the same result

  @VOTE-ROUNDS-01 @must @needs-voting.transport
  Rule: A message reaches every peer after a number of rounds in the order of log n

    Scenario: Doubling the peers adds rounds, it does not double them
      When groups of 8, 16 and 24 peers push to random peers until all hold all votes
      Then the rounds grow like log n

  @VOTE-FLOW-09 @must @needs-voting.transport
  Rule: After about log n rounds everybody has everybody's vote

    Scenario: Random push among 16 peers, all honest
      When groups of 16 peers push to random peers until all hold all votes
      Then 4 log n rounds are enough

  @VOTE-LIVE-06 @must
  Rule: Where one peer decides, none decides the opposite

    Scenario Outline: Every part of the votes of <n>, <yes> of them YES
      Given Alice's proposal to <n> voters
      When every part of <yes> YES and <no> NO reaches a fresh peer
      Then no two of them ever decide otherwise

      Examples: as many ways as there are
        | n | yes | no |
        | 3 | 2   | 1  |
        | 3 | 1   | 2  |
        | 4 | 2   | 2  |
        | 4 | 3   | 1  |
        | 5 | 3   | 2  |
        | 5 | 2   | 3  |

  @VOTE-LIVE-09 @must
  Rule: Between peers, two thirds of n rounds bring two thirds of the votes

    Scenario Outline: <n> peers pass one proposal on, all YES
      When <n> peers pass one proposal on, each voting YES
      Then the peer of round <round> is the first to decide, on YES

      Examples:
        | n | round |
        | 3 | 2     |
        | 4 | 3     |
        | 5 | 4     |
        | 6 | 4     |
        | 9 | 6     |

  @VOTE-LIVE-10 @must
  Rule: On a channel, two rounds are enough

    Scenario Outline: <n> peers, the answers in another order at each
      When one of <n> peers proposes to all and all answer all, each voting YES
      Then every peer decides YES

      Examples:
        | n |
        | 3 |
        | 6 |
        | 9 |

    Scenario: The answers do not build on each other
      Given Alice's proposal to 4 voters
      And Bob received the votes Alice YES
      And Bob received the votes Alice YES, Carol YES
      When Bob receives the votes Alice YES, Dave YES
      Then Bob accepts it
      And Bob's result is YES
