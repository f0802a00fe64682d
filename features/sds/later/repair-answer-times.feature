@2026-04-02
Feature: When to answer
  SDS of 2026-04-02, SDS Repair: how long a participant waits before it answers; the original sender has no wait.
  Each time that Alice is asked "as" somebody she starts anew.

  @SDS-R-STATE-04 @must @needs-sds.repair @needs-sds.state.toAnswer @needs-sds.config.repairMaxMs
  Rule: What can be answered is kept with the time from which it is answered

    @pair
    Scenario: Ten messages of Zoe
      Given Alice on a channel with
        | T_max | 60 s |
      When Alice is asked for 10 messages of Zoe, as "Alice"
      Then "Alice" waits for all 10 messages from 0 s to 60 s

  @SDS-R-STATE-05 @must @needs-sds.repair @needs-virtual-clock @needs-sds.state.toAnswer @needs-sds.config.repairMaxMs
  Rule: The wait begins when the repair is first asked for

    @needs-sds.sweep-repairs
    Scenario: Bob asks again shortly before T_max has passed
      Given Alice on a channel with
        | T_max | 100 s |
      And messages with repairs
        | message | kind | sender | asks           |
        | x1      |      | Zoe    |                |
        | x2      |      | Zoe    |                |
        | x3      |      | Zoe    |                |
        | x4      |      | Zoe    |                |
        | s1      | sync | Bob    | x1, x2, x3, x4 |
        | s2      | sync | Bob    | x1, x2, x3, x4 |
      And Alice received "x1", "x2", "x3" and "x4"
      And Alice received "s1"
      And 98 s passed
      And Alice received "s2"
      And 2 s passed
      When Alice's repairs are swept
      Then Alice rebroadcasts "x1", "x2", "x3" and "x4"

    @pair
    Scenario: The same wait a minute later
      Given Alice on a channel with
        | T_max | 60 s |
      And Alice is asked for 10 messages of Zoe, as "now"
      And 60 s passed
      When Alice is asked for 10 messages of Zoe, as "later"
      Then "later" waits by the same numbers as "now"

  @SDS-R-RECV-07 @must @needs-sds.repair @needs-sds.state.toAnswer @needs-sds.config.repairMaxMs
  Rule: The time to answer follows from who answers for whom

    @pair
    Scenario: Messages of the same ids, from two senders
      Given Alice on a channel with
        | T_max | 60 s |
      And Alice is asked for 10 messages of Zoe, as "Zoe's"
      When Alice is asked for 10 messages of Bob, as "Bob's"
      Then "Bob's" waits by other numbers than "Zoe's"

  @SDS-R-TRESP-01 @must @needs-sds.repair @needs-virtual-clock @needs-sds.state.toAnswer @needs-sds.config.repairMaxMs
  Rule: T_resp is the time and a remainder by T_max of a number that two participants share

    @pair
    Scenario: The number is the same at another time
      Given Alice on a channel with
        | T_max | 60 s |
      And Alice is asked for 10 messages of Zoe, as "now"
      And 3600 s passed
      When Alice is asked for 10 messages of Zoe, as "later"
      Then "later" waits by the same numbers as "now"

    @pair
    Scenario: The remainder is by T_max
      Given Alice on a channel with
        | T_max | 120 s |
      And Alice is asked for 10 messages of Zoe, as "wide"
      And Alice on a channel with
        | T_max | 60 s |
      When Alice is asked for 10 messages of Zoe, as "narrow"
      Then "narrow" waits by the same numbers as "wide"

    @pair
    Scenario: The distance is the same from either side
      Given Alice on a channel with
        | T_max | 60 s |
      And Bob on a channel with
        | T_max | 60 s |
      And Alice is asked for 10 messages of Bob, as "Alice"
      When Bob is asked for 10 messages of Alice, as "Bob"
      Then "Bob" waits by the same numbers as "Alice"

  @SDS-R-TRESP-02 @must @needs-sds.repair @needs-virtual-clock @needs-sds.sweep-repairs
  Rule: The original sender answers at once

    Scenario: Alice is asked for her own message
      Given Alice on a channel
      And Alice sent "m1"
      And messages with repairs
        | message | kind | sender | lamport | asks |
        | s1      | sync | Bob    | +10     | m1   |
      And Alice received "s1"
      When Alice's repairs are swept
      Then Alice rebroadcasts "m1"

  @SDS-R-TRESP-03 @must @needs-sds.repair @needs-sds.state.toAnswer @needs-sds.config.repairMaxMs
  Rule: The times to answer are spread evenly up to T_max

    @pair
    Scenario: 200 messages of Zoe
      Given Alice on a channel with
        | T_max | 60 s |
      When Alice is asked for 200 messages of Zoe, as "Alice"
      Then the waits of "Alice" are spread evenly from 0 s to 60 s
