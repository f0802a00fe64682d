@2026-04-02
Feature: The clock that keeps to the time
  SDS of 2026-04-02: the timestamp is a uint64, and with each message sent the clock goes to the present
  time in milliseconds, or one step on where it is there already.

  @SDS-WIRE-12 @must
  Rule: lamport_timestamp is field 10, a uint64 with presence of its own

    Scenario: In a message that is sent
      Given Alice on a channel
      When Alice sends "m1"
      Then field 10 of "m1" is VARINT
      And "m1" has lamport +1

    @needs-sds.events.delivered
    Scenario: Zero is a timestamp like any other
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after   |
        | m1      | 0       | unknown |
        | m2      | 0       |         |
      When Alice receives "m1" and "m2"
      Then Alice delivered "m2"

    @needs-virtual-clock
    Scenario: The time of today is sent whole, in its 41 bits
      Given Alice on a channel
      And 1728000000 s passed
      When Alice sends "m1"
      Then "m1" has lamport +1728000000000

    @needs-virtual-clock
    Scenario: The time of today is read whole
      Given Alice on a channel
      And 1728000000 s passed
      And messages from Zoe
        | message | lamport        |
        | m1      | +1728000000500 |
      And Alice received "m1"
      When Alice sends "m2"
      Then "m2" has lamport +1728000000501

  @SDS-SEND-12 @must
  Rule: Sending sets the clock to the time, or one higher than it was if that is more

    Scenario: Three messages at one moment
      Given Alice on a channel
      When Alice sends "m1", "m2" and "m3"
      Then "m1" has lamport +1
      And "m2" has lamport +2
      And "m3" has lamport +3

    @needs-virtual-clock
    Scenario: A message a minute later has the time as its timestamp
      Given Alice on a channel
      And Alice sent "m1"
      And 60 s passed
      When Alice sends "m2" and "m3"
      Then "m2" has lamport +60000
      And "m3" has lamport +60001

    @needs-virtual-clock
    Scenario Outline: A clock of <clock> is <lamport> a second after its start
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m1      | <clock> |
      And Alice received "m1"
      And 1 s passed
      When Alice sends "m2"
      Then "m2" has lamport <lamport>

      Examples: behind the time, one step before it, and there
        | clock | lamport |
        | +998  | +1000   |
        | +999  | +1000   |
        | +1000 | +1001   |

    @needs-virtual-clock
    Scenario: A clock that others pushed ahead of the time goes on from there
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m1      | +100000 |
      And Alice received "m1"
      And 60 s passed
      When Alice sends "m2"
      Then "m2" has lamport +100001

    @needs-virtual-clock @needs-sds.state.lamport
    Scenario: The timestamp is the clock of the sender
      Given Alice on a channel
      And 60 s passed
      When Alice sends "m1"
      Then "m1" has lamport +60000
      And Alice's clock is +60000

  @SDS-SYNC-14 @must @needs-sds.sync
  Rule: A sync message carries the time, or one more than the clock if that is greater, and it is kept

    Scenario: Between two messages of one moment
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends a sync message "s1"
      And Alice sends "m2"
      Then "s1" has lamport +2
      And "m2" has lamport +3

    @needs-virtual-clock
    Scenario: A minute after the last message
      Given Alice on a channel
      And Alice sent "m1"
      And 60 s passed
      When Alice sends a sync message "s1"
      And Alice sends "m2"
      Then "s1" has lamport +60000
      And "m2" has lamport +60001

    @needs-virtual-clock
    Scenario: A clock ahead of the time goes on from there
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m1      | +100000 |
      And Alice received "m1"
      And 60 s passed
      When Alice sends a sync message "s1"
      Then "s1" has lamport +100001
