Feature: Liveness: rounds and the end
  Hashgraph-like consensus, section 4: what a round is, what is sent again in it, and when voting ends.

  @VOTE-LIVE-08 @must
  Rule: The round is raised by adding a vote, not by hearing one

    Scenario: Hearing changes nothing
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      When Bob receives the votes "Alice YES"
      Then Bob holds the proposal in the round that he heard

    Scenario: Hearing it twice, then voting
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And Bob received the votes "Alice YES"
      When Bob votes YES
      Then Bob's proposal has
        | round | one after Alice's |

  @VOTE-LIVE-11 @must
  Rule: Who missed the first round learns the proposal in the second

    Scenario: Only Carol's vote reaches Bob, with Alice's in it
      Given Alice's proposal to 3 voters
      When Bob receives the votes "Alice YES, Carol YES"
      Then Bob's result is YES

    Scenario: He can vote on it
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES, Carol YES"
      When Bob votes YES
      Then Bob's result is YES

  @VOTE-LIVE-12 @may @needs-voting.transport
  Rule: A peer may send its own vote again

    Scenario: If it does, it is the same vote
      Given Alice, Bob, Carol and Dave vote on a channel
      And Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And Bob voted NO
      When 5 rounds of gossip pass
      Then every vote that Bob sends is one that he cast or accepted

  @VOTE-LIVE-13 @may @needs-voting.transport
  Rule: A peer may pass on the votes it received

    Scenario: If it does, they are unchanged, and none that it refused is among them
      Given Alice, Bob, Carol and Dave vote on a channel
      And Alice's proposal to 4 voters
      And Bob received the votes "Alice YES, Carol NO"
      And Bob received the votes "Alice YES, Dave YES" where vote 2 is signed by Mallory
      When 5 rounds of gossip pass
      Then every vote that Bob sends is one that he cast or accepted

  @VOTE-LIVE-14 @must
  Rule: Votes are exchanged beyond the expected number of rounds

    Scenario Outline: <first> of <n> do not decide, the next does
      Given Alice's proposal to <n> voters
      And Bob received the votes "<first>"
      And Bob's result was UNDECIDED
      When Bob receives the votes "<first>, <next>"
      Then Bob's result is YES

      Examples: after as many votes as two thirds of the voters
        | n | first                                             | next      |
        | 3 | Alice YES, Carol NO                               | Dave YES  |
        | 4 | Alice YES, Carol NO, Dave YES                     | Erin YES  |
        | 6 | Alice YES, Carol NO, Dave YES, Erin NO, Frank YES | Grace YES |

    Scenario: One by one
      Given Alice's proposal to 6 voters
      And Bob received the votes "Alice NO"
      And Bob received the votes "Alice NO, Carol NO"
      And Bob received the votes "Alice NO, Carol NO, Dave YES"
      And Bob received the votes "Alice NO, Carol NO, Dave YES, Erin YES"
      And Bob received the votes "Alice NO, Carol NO, Dave YES, Erin YES, Frank YES"
      When Bob receives the votes "Alice NO, Carol NO, Dave YES, Erin YES, Frank YES, Grace YES"
      Then Bob's result is YES

    Scenario: A round far beyond all voters is no reason to refuse
      Given Alice's proposal to 4 voters with
        | round | 1000 |
      When Bob receives the votes "Alice YES, Carol YES, Dave YES"
      Then Bob's result is YES

  @VOTE-LIVE-15 @must
  Rule: Votes are exchanged until the end, and not after it

    Scenario: A second before the end
      Given Alice's proposal to 3 voters
      And Bob received the votes "Alice YES"
      And 59 seconds went by
      When Bob votes YES
      Then Bob's result is YES

    Scenario: Nobody votes after the end
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And the proposal expired
      When Bob tries to vote YES
      Then Bob does not vote

    Scenario: Cast in time, delivered after the end
      Given Alice's proposal to 4 voters, silence meaning NO
      And Bob received the votes "Alice YES, Carol NO"
      And the votes "Alice YES, Carol NO, Dave YES, Erin YES" are on their way
      And the proposal expired
      When Bob receives the votes "Alice YES, Carol NO, Dave YES, Erin YES"
      Then Bob's result is never YES

  @VOTE-LIVE-16 @must
  Rule: At its end a proposal is decided or aborted

    Scenario Outline: <votes> of 6
      Given Alice's proposal to 6 voters
      And Bob received the votes "<votes>"
      When the proposal expires
      Then Bob's result is <result>
      And Bob's result is final

      Examples: with a quorum, and with nearly one
        | votes                                  | result |
        | Alice YES, Carol YES, Dave NO, Erin NO | YES    |
        | Alice NO, Carol NO, Dave NO, Erin NO   | NO     |

      Examples: no quorum
        | votes                        | result                                             |
        | Alice YES, Carol NO, Dave NO | UNDECIDED, or YES where silence completes a quorum |
