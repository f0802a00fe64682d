@2026-04-02
Feature: Answering those who ask
  SDS of 2026-04-02, SDS Repair: who has a message that another asks for broadcasts it, after a wait in which
  somebody else may have done so.

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
      And 600 s passed
      When Alice's repairs are swept
      Then Alice rebroadcasts "x1"
      And the rebroadcast of "x1" has the same
        | sender_id         |
        | lamport_timestamp |
        | causal_history    |
        | content           |

    Scenario: An own message
      Given Alice on a channel
      And Alice sent "m1"
      And messages with repairs
        | message | kind | sender | lamport | asks |
        | s1      | sync | Bob    | +10     | m1   |
      And Alice received "s1"
      And 600 s passed
      When Alice's repairs are swept
      Then the rebroadcast of "m1" has the same
        | sender_id         |
        | lamport_timestamp |
        | causal_history    |
        | content           |

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
      And Alice received "s1"
      And Alice received "x1"
      And 600 s passed
      When Alice's repairs are swept
      Then Alice rebroadcasts "x2"

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
      And 600 s passed
      When Alice's repairs are swept
      Then Alice rebroadcasts "x1"

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
      And 2 ms are left until Alice's T_resp for "x1"
      When Alice's repairs are swept
      And 0 ms are left until Alice's T_resp for "x1"
      And Alice's repairs are swept
      Then Alice rebroadcasts "x1"

  @SDS-R-SWEEP-02 @should @needs-sds.repair @needs-virtual-clock @needs-sds.sweep-repairs @needs-sds.state.toAnswer
  Rule: The message is broadcast when its time has come

    Scenario Outline: <left> ms before
      Given Alice on a channel
      And messages with repairs
        | message | kind | sender | asks |
        | x1      |      | Zoe    |      |
        | s1      | sync | Bob    | x1   |
      And Alice received "x1"
      And Alice received "s1"
      And <left> ms are left until Alice's T_resp for "x1"
      When Alice's repairs are swept
      Then Alice rebroadcasts <messages>

      Examples: just before, and then
        | left | messages |
        | 1    | nothing  |
        | 0    | "x1"     |
