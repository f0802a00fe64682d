@needs-sds.sweep-outgoing @needs-sds.config.resendUnackMs @needs-virtual-clock
Feature: Sweeping the outgoing buffer
  SDS, Periodic Outgoing Buffer Sweep: what nobody has acknowledged is broadcast again.

  @SDS-SWOUT-01 @must
  Rule: Unacknowledged messages are broadcast again after a set period, and again

    Scenario Outline: After <time> s
      Given Alice on a channel with
        | resend period | 10 s |
      And Alice sent "m1" and "m2"
      When Alice's outgoing buffer is swept after <time> s
      Then Alice rebroadcasts <messages>

      Examples: before the period, and after it
        | time | messages      |
        | 9    | nothing       |
        | 11   | "m1" and "m2" |

    Scenario: Each message has a period of its own
      Given Alice on a channel with
        | resend period | 10 s |
      And Alice sent "m1"
      And 6 s passed
      And Alice sent "m2"
      When Alice's outgoing buffer is swept after 5 s
      Then Alice rebroadcasts "m1"
      When Alice's outgoing buffer is swept after 6 s
      Then Alice rebroadcasts "m2"

    Scenario: Again and again, as long as nobody answers
      Given Alice on a channel with
        | resend period | 10 s |
      And Alice sent "m1"
      When Alice's outgoing buffer is swept every 11 s for 220 s
      Then Alice rebroadcasts "m1"

  @SDS-SWOUT-02 @must
  Rule: A rebroadcast is the same message

    Scenario: Id, timestamp, history and content
      Given Alice on a channel with
        | resend period | 10 s |
      And Alice sent "m1"
      And Alice sent "m2"
      When Alice's outgoing buffer is swept after 11 s
      Then the rebroadcast of "m2" has the same
        | lamport_timestamp |
        | causal_history    |
        | content           |

    Scenario: It takes no step of the clock
      Given Alice on a channel with
        | resend period | 10 s |
      # Ahead of the time, where every revision takes steps of 1.
      And messages from Zoe
        | message | lamport |
        | ahead   | +100000 |
      And Alice received "ahead"
      And Alice sent "m1"
      When Alice's outgoing buffer is swept after 11 s
      And Alice sends "m2"
      Then "m2" has lamport +100002

  @SDS-SWOUT-03 @must
  Rule: Acknowledged messages are not broadcast again

    Scenario: One of two is acknowledged
      Given Alice on a channel with
        | resend period | 10 s |
      And Alice sent "m1" and "m2"
      And messages from Zoe
        | message | lamport | after |
        | reply   | +10     | m1    |
      And Alice received "reply"
      When Alice's outgoing buffer is swept after 11 s
      Then Alice rebroadcasts "m2"

    Scenario: The acknowledgement comes between two sweeps
      Given Alice on a channel with
        | resend period | 10 s |
      And Alice sent "m1" and "m2"
      And messages from Zoe
        | message | lamport | after |
        | reply   | +10     | m1    |
      When Alice's outgoing buffer is swept after 11 s
      Then Alice rebroadcasts "m1" and "m2"
      When Alice receives "reply"
      And Alice's outgoing buffer is swept after 11 s
      Then Alice rebroadcasts "m2"

  @SDS-SWOUT-04 @should @needs-sds.config.resendPossibleMs
  Rule: Unacknowledged and possibly acknowledged messages have resend periods of their own

    Scenario: One of each
      Given Alice on a channel with
        | resend period                           | 10 s |
        | resend period for possibly acknowledged | 30 s |
      And Alice sent "m1" and "m2"
      And messages from Zoe
        | message | lamport | filter |
        | m3      | +10     | m2     |
      And Alice received "m3"
      When Alice's outgoing buffer is swept after 11 s
      Then Alice rebroadcasts "m1"
      When Alice's outgoing buffer is swept after 20 s
      Then Alice rebroadcasts "m1" and "m2"

  @SDS-SWOUT-05 @should @needs-sds.config.resendPossibleMs
  Rule: Unacknowledged messages come first

    Scenario: Both are due
      Given Alice on a channel with
        | resend period                           | 10 s |
        | resend period for possibly acknowledged | 30 s |
      And Alice sent "m1" and "m2"
      And messages from Zoe
        | message | lamport | filter |
        | m3      | +10     | m1     |
      And Alice received "m3"
      When Alice's outgoing buffer is swept after 31 s
      Then Alice rebroadcasts "m2" first
