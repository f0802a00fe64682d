Feature: Checking the causal dependencies
  SDS, Receive Message: what a message needs before it is delivered, and where it waits until then.

  @SDS-RECV-06 @must @needs-sds.events.delivered
  Rule: All dependencies have to be met

    Scenario Outline: It depends on <after>
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after   |
        | other   | +1      |         |
        | m1      | +1      |         |
        | m2      | +2      |         |
        | m3      | +3      | <after> |
      And Alice received "other" and "m1"
      When Alice receives "m3"
      Then Alice delivered "other" and "m1"
      When Alice receives "m2"
      Then Alice delivered "other", "m1", "m2" and "m3"

      Examples: the missing one is last, first, in the middle
        | after         |
        | m1, m2        |
        | m2, m1        |
        | m1, m2, other |

  @SDS-RECV-07 @must @needs-sds.events.delivered
  Rule: A dependency is met when it is in the local log, not before

    Scenario: A received message that waits itself meets no dependency
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after |
        | m1      | +1      |       |
        | m2      | +2      | m1    |
        | m3      | +3      | m2    |
      When Alice receives "m2" and "m3"
      Then Alice delivered nothing
      When Alice receives "m1"
      Then Alice delivered "m1", "m2" and "m3"

    @needs-sds.sync
    Scenario: A sync message meets no dependency
      Given Alice on a channel
      And messages from Zoe
        | message | kind | lamport | after |
        | m1      |      | +1      |       |
        | s1      | sync | +2      | m1    |
        | m2      |      | +3      | s1    |
        | m3      |      | +4      | m1    |
      When Alice receives "m1", "s1", "m2" and "m3"
      Then Alice delivered "m1" and "m3"

  @SDS-RECV-08 @must @needs-sds.events.delivered
  Rule: Own messages meet the dependencies of others

    @pair
    Scenario: A reply
      Given Alice and Bob on a channel
      And Alice sent "m1"
      And Bob received "m1"
      And Bob sent "reply"
      When Alice receives "reply"
      Then Alice delivered "reply"

    Scenario: A reply to a message that was acknowledged long ago
      Given Alice on a channel
      And Alice sent "m1"
      And messages from Zoe
        | message | lamport | after |
        | reply 1 | +10     | m1    |
        | reply 2 | +20     | m1    |
      When Alice receives "reply 1" and "reply 2"
      Then Alice delivered "reply 1" and "reply 2"

  @SDS-RECV-09 @must @needs-sds.events.delivered
  Rule: A message whose dependencies are met is delivered

    Scenario: It depends on nothing
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m1      | +10     |
      When Alice receives "m1"
      Then Alice delivered "m1" with its content

    Scenario: It depends on what was delivered
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after |
        | m1      | +10     |       |
        | m2      | +20     | m1    |
      When Alice receives "m1" and "m2"
      Then Alice delivered "m1" and "m2"

    Scenario: Its filter is one that nobody can read
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | filter     |
        | m1      | +10     | unreadable |
      When Alice receives "m1"
      Then Alice delivered "m1" with its content

  @SDS-RECV-10 @must @needs-sds.events.delivered @needs-sds.state.log @needs-sds.state.lamport
  Rule: A message without content is not delivered

    Scenario Outline: A message with <content> after m1
      Given Alice on a channel
      And messages from Zoe
        | message | kind   | lamport | after |
        | m1      |        | +10     |       |
        | m2      | <kind> | +20     | m1    |
      When Alice receives "m1" and "m2"
      Then Alice delivered <delivered>
      And Alice's log is <delivered>
      And Alice's clock is <clock>

      Examples: without content, and its twin with content
        | content    | kind | delivered     | clock |
        | no content | sync | "m1"          | +10   |
        | content    |      | "m1" and "m2" | +20   |

  @SDS-RECV-11 @must @needs-sds.events.delivered @needs-sds.state.incoming
  Rule: A message with an unmet dependency goes to the incoming buffer

    Scenario: Its dependency is unknown
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after   |
        | m1      | +10     |         |
        | m2      | +20     | m1      |
        | m3      | +30     | unknown |
      When Alice receives "m2", "m3" and "m2"
      Then Alice's incoming buffer holds "m2" and "m3"
      And Alice delivered nothing
      When Alice receives "m1"
      Then Alice delivered "m1" and "m2"
      And Alice's incoming buffer holds "m3"
