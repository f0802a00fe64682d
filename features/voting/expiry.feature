Feature: Exchanging votes: the time in which a proposal is open
  Hashgraph-like consensus, section 2, step 5.4: what comes too late is ignored.

  @VOTE-EXP-01 @must
  Rule: A proposal is open as long as its age is below its interval

    Scenario Outline: <seconds> seconds after a proposal for 60
      Given Alice's proposal to 4 voters
      And <seconds> seconds went by
      When Bob receives the votes "Alice YES, Carol YES"
      Then Bob accepts the proposal

      Examples: open
        | seconds |
        |       0 |
        |       1 |
        |      59 |

    Scenario Outline: Cast in time, arrived <seconds> seconds after a proposal for 60
      Given Alice's proposal to 4 voters
      And the votes "Alice YES, Carol YES" are on their way
      And <seconds> seconds went by
      When Bob receives the votes "Alice YES, Carol YES"
      Then Bob rejects it

      Examples: expired
        | seconds |
        |      61 |
        |      62 |
        |    3600 |
        | 1000000 |

    @needs-voting.exclusive-end
    Scenario: Exactly at the end
      Given Alice's proposal to 4 voters
      And the votes "Alice YES, Carol YES" are on their way
      And 60 seconds went by
      When Bob receives the votes "Alice YES, Carol YES"
      Then Bob rejects it

  @VOTE-EXP-02 @must
  Rule: What has expired is ignored

    Scenario: The same message in time is not
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol YES, Dave YES"
      Then Bob's result is YES

    Scenario: Nothing is kept of it
      Given Alice's proposal to 4 voters
      And the votes "Alice YES, Carol YES, Dave YES" are on their way
      And the proposal expired
      When Bob receives the votes "Alice YES, Carol YES, Dave YES"
      Then Bob's result is UNKNOWN

    Scenario: A vote that comes after the end of a known proposal is not counted
      Given Alice's proposal to 4 voters, silence meaning NO
      And Bob received the votes "Alice YES, Carol YES"
      And the votes "Alice YES, Carol YES, Dave YES" are on their way
      And the proposal expired
      When Bob receives the votes "Alice YES, Carol YES, Dave YES"
      Then Bob's result is never YES

  @VOTE-EXP-03 @must
  Rule: The end of a proposal is the one that it was first heard with

    Scenario: Before the end, a copy with other times changes nothing
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And 30 seconds went by
      When Bob receives the votes "Alice YES, Carol YES, Dave YES"
      Then Bob's result is YES

    Scenario: After the end, a copy that ends later does not revive it
      Given Alice's proposal to 4 voters, silence meaning NO
      And Bob received the votes "Alice YES"
      And 61 seconds went by
      And Bob received the votes "Alice YES, Carol YES, Dave YES" in a copy with
        | expiration_time | 1000 seconds later |
      When Bob receives the votes "Alice YES, Carol YES, Dave YES"
      Then Bob's result is never YES
