Feature: The flow of a vote
  Hashgraph-like consensus, Flow: somebody asks, everybody checks what comes, adds a vote and passes it on.

  @VOTE-FLOW-01 @must
  Rule: Any voter can propose, not only a leader

    @pair
    Scenario Outline: <voter> of four proposes
      Given <voter> proposed YES to 4 voters
      When Bob receives the proposal of <voter>
      Then Bob accepts the proposal
      And Bob's result is UNDECIDED

      Examples: the first, one in the middle, the last
        | voter |
        | Alice |
        | Carol |
        | Dave  |

    Scenario: Two proposals are open at the same time
      Given Alice's proposal to 3 voters
      And Bob received the votes "Alice YES, Carol YES"
      And Dave's proposal to 2 voters
      When Bob receives the votes "Dave NO, Carol NO"
      Then Bob's result is NO
      And Bob's result on Alice's proposal is YES

  @VOTE-FLOW-02 @must
  Rule: A proposal goes out to the network once it is made

    Scenario: What the creator sends is the proposal
      When Alice proposes YES to 4 voters
      Then Alice's proposal has
        | proposal_owner | Alice |
        | votes          |     1 |

    @pair
    Scenario: Another peer can read it
      Given Alice proposed NO to 4 voters
      When Bob receives the proposal of Alice
      Then Bob accepts the proposal

    @needs-voting.transport
    Scenario: It is sent, once
      Given Alice, Bob, Carol and Dave vote on a channel
      When Alice proposes YES to 4 voters
      Then Alice sends one message on the channel

  @VOTE-FLOW-03 @must
  Rule: A proposal is validated before anything else is done with it

    Scenario: A valid proposal is known from then on
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol NO"
      Then Bob accepts the proposal
      And Bob's result is UNDECIDED

    Scenario Outline: Of a proposal where <damage>, nothing is kept
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol NO" where <damage>
      Then Bob rejects it
      And Bob's result is UNKNOWN

      Examples: a signature, a hash, a link
        | damage                                     |
        | vote 1 is signed by Mallory                |
        | the vote of vote 2 is changed              |
        | the received_hash of vote 2 is made random |

      Examples: bytes that are no proposal
        | damage                     |
        | its second half is missing |

  @VOTE-FLOW-04 @must
  Rule: A voter adds one vote, YES or NO, with its signature and the time

    Scenario Outline: <answer> is added once
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice <other>"
      And 7 seconds went by
      When Bob votes <answer>
      Then Bob's vote has
        | vote_owner | Bob                  |
        | vote       | <answer>             |
        | timestamp  | now                  |
        | signature  | valid for vote_owner |
      And Bob's proposal has
        | votes | 2 |

      Examples: each answer, beside the other one
        | answer | other |
        | YES    | NO    |
        | NO     | YES   |

  @VOTE-FLOW-05 @must @needs-voting.transport
  Rule: Between peers, the proposal with the vote goes to one peer picked at random

    Scenario: Over many proposals every other peer is picked, and nobody else
      Given Alice, Bob, Carol, Dave and Erin vote as peers
      When the same is proposed 80 times by Alice
      Then Alice sends each proposal to one peer
      And Alice picks each of Bob, Carol, Dave and Erin at times

    Scenario: A vote goes with its proposal
      Given Alice, Bob and Carol vote as peers
      And Alice's proposal to 3 voters
      And Bob received the votes "Alice YES"
      When Bob votes NO
      Then Bob sends each proposal to one peer

  @VOTE-FLOW-06 @must @needs-voting.transport
  Rule: On a channel, the proposal with the vote is published there

    Scenario: A vote is published once, with its proposal
      Given Alice, Bob and Carol vote on a channel
      And Alice's proposal to 3 voters
      And Bob received the votes "Alice YES"
      When Bob votes NO
      Then Bob sends one message on the channel

  @VOTE-FLOW-07 @must
  Rule: The signatures are checked first, the own vote comes after

    Scenario: Who found all signatures good can vote
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES, Carol NO, Dave YES"
      When Bob votes YES
      Then Bob's proposal has
        | votes | 4 |

    Scenario Outline: Who found that <damage> cannot
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES, Carol NO, Dave YES" where <damage>
      When Bob tries to vote YES
      Then Bob does not vote

      Examples: the first vote, the last, a key that is not the owner's
        | damage                                      |
        | a bit of the signature of vote 1 is flipped |
        | a bit of the signature of vote 3 is flipped |
        | vote 3 is signed by Mallory                 |

  @VOTE-FLOW-08 @must
  Rule: Every sending of a new proposal is a round

    Scenario: Three voters in a row
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And Bob voted NO
      And Carol received the proposal of Bob
      When Carol votes YES
      Then Bob's proposal has
        | round | one after Alice's |
      And Carol's proposal has
        | round | one after Bob's |

    Scenario: What comes twice is no round
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And Bob received the votes "Alice YES"
      When Bob votes NO
      Then Bob's proposal has
        | round | one after Alice's |

  @VOTE-ASSUME-01 @may
  Rule: Some voters may stay silent

    Scenario Outline: <votes>, the others never
      Given Alice's proposal to 6 voters
      And Bob received the votes "<votes>"
      When the proposal expires
      Then Bob's result is <result>

      Examples: a third is silent
        | votes                                  | result |
        | Alice YES, Carol YES, Dave NO, Erin NO | YES    |
        | Alice NO, Carol NO, Dave YES, Erin YES | YES    |
        | Alice NO, Carol NO, Dave NO, Erin NO   | NO     |

  @VOTE-ASSUME-02 @must
  Rule: Who proposes knows how many voters there are

    Scenario Outline: A proposal to <n>
      When Alice proposes YES to <n> voters
      Then Alice's proposal has
        | expected_voters_count | <n> |

      Examples: alone, few, many, as many as the field holds
        | n          |
        |          1 |
        |          2 |
        |          3 |
        |        100 |
        | 4294967295 |
