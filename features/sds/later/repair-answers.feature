@2026-04-02
Feature: Answering those who ask
  SDS of 2026-04-02, SDS Repair: who has a message that another asks for broadcasts it, after a wait in which
  somebody else may have done so. The original sender has no wait.

  @SDS-R-STATE-04 @must @needs-sds.repair @needs-sds.state.toAnswer @needs-sds.config.repairMaxMs
  Rule: What can be answered is kept with the time from which it is answered

    @pair
    Scenario: Ten messages of Zoe
      Given Alice on a channel
      When Alice is asked for 10 messages of Zoe with a wait up to 60 s, as "Alice"
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
      And Alice receives "s1" and no sweep runs
      And 98 s passed
      And Alice receives "s2" and no sweep runs
      When Alice's repairs are swept after 2 s
      Then Alice repairs "x1", "x2", "x3" and "x4"

    @pair
    Scenario: The same wait a minute later
      Given Alice on a channel
      And Alice is asked for 10 messages of Zoe with a wait up to 60 s, as "now"
      And 1 min passed
      When Alice is asked for 10 messages of Zoe with a wait up to 60 s, as "later"
      Then "later" waits as long as "now"

  @SDS-R-STATE-06 @must @needs-sds.repair @needs-virtual-clock @needs-sds.sweep-repairs
  Rule: The whole message is kept and broadcast

    Scenario: A message of Zoe with a history
      Given Alice on a channel
      And messages with repairs
        | message | kind | sender | lamport | after | asks |
        | x0      |      | Zoe    | +5      |       |      |
        | x1      |      | Zoe    | +9      | x0    |      |
        | s1      | sync | Bob    | +10     |       | x1   |
      And Alice received "x0" and "x1"
      And Alice received "s1"
      When Alice's repairs are swept after 10 min
      Then Alice repairs "x1"
      And the repair of "x1" is the message itself

    Scenario: An own message
      Given Alice on a channel
      And Alice sent "m1"
      And messages with repairs
        | message | kind | sender | lamport | asks |
        | s1      | sync | Bob    | +10     | m1   |
      And Alice received "s1"
      When Alice's repairs are swept after 10 min
      Then the repair of "m1" is the message itself

  @SDS-R-RECV-02 @must @needs-sds.repair @needs-virtual-clock @needs-sds.sweep-repairs
  Rule: What somebody else has broadcast is not broadcast again

    Scenario: One of two
      Given Alice on a channel
      And messages with repairs
        | message | kind | sender | asks   |
        | x1      |      | Zoe    |        |
        | x2      |      | Zoe    |        |
        | s1      | sync | Bob    | x1, x2 |
      And Alice received "x1" and "x2"
      And Alice receives "s1" and no sweep runs
      And Alice receives "x1" and no sweep runs
      When Alice's repairs are swept after 10 min
      Then Alice repairs "x2"

  @SDS-R-RECV-06 @should @needs-sds.repair @needs-virtual-clock @needs-sds.sweep-repairs
  Rule: Only messages in the local history are answered with

    Scenario: Of three messages one was never received and one waits
      Given Alice on a channel
      And messages with repairs
        | message | kind | sender | after   | asks       |
        | x1      |      | Zoe    |         |            |
        | x2      |      | Zoe    | unknown |            |
        | s1      | sync | Bob    |         | x1, x2, x3 |
      And Alice received "x1" and "x2"
      And Alice received "s1"
      When Alice's repairs are swept after 10 min
      Then Alice repairs "x1"

  @SDS-R-RECV-07 @must @needs-sds.repair @needs-sds.state.toAnswer @needs-sds.config.repairMaxMs
  Rule: The time to answer follows from who answers for whom

    @pair
    Scenario: Messages of the same ids, from two senders
      Given Alice on a channel
      And Alice is asked for 10 messages of Zoe with a wait up to 60 s, as "Zoe's"
      When Alice is asked for 10 messages of Bob with a wait up to 60 s, as "Bob's"
      Then "Bob's" does not wait as long as "Zoe's"

  @SDS-R-TRESP-01 @must @needs-sds.repair @needs-virtual-clock @needs-sds.state.toAnswer @needs-sds.config.repairMaxMs
  Rule: T_resp is the time and a remainder by T_max of a number that two participants share

    @pair
    Scenario: The number is the same at another time
      Given Alice on a channel
      And Alice is asked for 10 messages of Zoe with a wait up to 60 s, as "now"
      And 60 min passed
      When Alice is asked for 10 messages of Zoe with a wait up to 60 s, as "later"
      Then "later" waits as long as "now"

    @pair
    Scenario: The remainder is by T_max
      Given Alice on a channel
      And Alice is asked for 10 messages of Zoe with a wait up to 120 s, as "wide"
      When Alice is asked for 10 messages of Zoe with a wait up to 60 s, as "narrow"
      Then "narrow" less 0 s waits the remainder by 60 s of "wide" less as much

    @pair
    Scenario: The distance is the same from either side
      Given Alice and Bob on a channel
      And Alice is asked for 10 messages of Bob with a wait up to 60 s, as "Alice"
      When Bob is asked for 10 messages of Alice with a wait up to 60 s, as "Bob"
      Then "Bob" waits as long as "Alice"

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
      Then Alice repairs "m1"

  @SDS-R-TRESP-03 @must @needs-sds.repair @needs-sds.state.toAnswer @needs-sds.config.repairMaxMs
  Rule: The times to answer are spread evenly up to T_max

    @pair
    Scenario: 200 messages of Zoe
      Given Alice on a channel
      When Alice is asked for 200 messages of Zoe with a wait up to 60 s, as "Alice"
      Then all 200 waits of "Alice" lie from 0 s to 60 s, a tenth or more in each quarter

  @SDS-R-SWEEP-01 @must @needs-sds.repair @needs-virtual-clock @needs-sds.sweep-repairs @needs-sds.state.toAnswer
  Rule: Requests are looked through for what is due, again and again

    Scenario: Not a millisecond early, and still at the second look
      Given Alice on a channel
      And messages with repairs
        | message | kind | sender | asks |
        | x1      |      | Zoe    |      |
        | s1      | sync | Bob    | x1   |
      And Alice received "x1"
      And Alice received "s1"
      And Alice's repairs were swept at the time of "x1", less 2 ms
      When Alice's repairs are swept at the time of "x1", less 0 ms
      Then Alice repairs "x1"

  @SDS-R-SWEEP-02 @should @needs-sds.repair @needs-virtual-clock @needs-sds.sweep-repairs @needs-sds.state.toAnswer
  Rule: The message is broadcast when its time has come

    Scenario: A millisecond before
      Given Alice on a channel
      And messages with repairs
        | message | kind | sender | asks |
        | x1      |      | Zoe    |      |
        | s1      | sync | Bob    | x1   |
      And Alice received "x1"
      And Alice received "s1"
      When Alice's repairs are swept at the time of "x1", less 1 ms
      Then Alice repairs nothing
      When Alice's repairs are swept at the time of "x1", less 0 ms
      Then Alice repairs "x1"
