@2026-04-02
Feature: The time in which a proposal is open
  Consensus of 2026-04-02, sections 1 and 2: a proposal names the instant at which it ends, and is open from its
  timestamp on.

  @VOTE-EXP-04 @must
  Rule: A proposal is open until its expiration_timestamp

    Scenario Outline: <seconds> seconds after a proposal for 60
      Given Alice's proposal to 4 voters with
        | expiration_timestamp | a minute later |
      And the votes "Alice YES, Carol YES" are on their way
      And <seconds> seconds went by
      When Bob receives the votes "Alice YES, Carol YES"
      Then Bob accepts the proposal

      Examples: open
        | seconds |
        |       0 |
        |       1 |
        |      59 |

    Scenario Outline: Cast in time, arrived <seconds> seconds after a proposal for 60
      Given Alice's proposal to 4 voters with
        | expiration_timestamp | a minute later |
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

  @VOTE-EXP-05 @must
  Rule: A proposal is not open before its timestamp

    Scenario: At its timestamp it is
      Given Alice's proposal to 4 voters with
        | expiration_timestamp | a minute later |
      And the votes "Alice YES, Carol YES" are on their way
      And 0 seconds went by
      When Bob receives the votes "Alice YES, Carol YES"
      Then Bob accepts the proposal

    Scenario Outline: <seconds> seconds before
      Given Alice's proposal to 4 voters with
        | timestamp            | <seconds> seconds later |
        | expiration_timestamp | a minute later          |
      When Bob receives the votes "Alice YES, Carol YES"
      Then Bob rejects it

      Examples:
        | seconds |
        |       1 |
        |      30 |
        |      61 |
        |     900 |

  @VOTE-EXP-06 @must
  Rule: At its expiration_timestamp a proposal is still open

    Scenario: The last second
      Given Alice's proposal to 4 voters with
        | expiration_timestamp | a minute later |
      And the votes "Alice YES, Carol YES" are on their way
      And 60 seconds went by
      When Bob receives the votes "Alice YES, Carol YES"
      Then Bob accepts the proposal

    Scenario: One second more is too late
      Given Alice's proposal to 4 voters with
        | expiration_timestamp | a minute later |
      And the votes "Alice YES, Carol YES" are on their way
      And 61 seconds went by
      When Bob receives the votes "Alice YES, Carol YES"
      Then Bob rejects it
