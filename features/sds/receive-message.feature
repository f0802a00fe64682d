Feature: Receiving a message
  SDS, Receive Message: own echoes and repeats, the review of acknowledgements, the bloom filter, and
  the check of the causal dependencies.

  @SDS-RECV-01 @should @needs-sds.state.outgoing @needs-sds.state.log @needs-sds.state.lamport
  Rule: A message with the participant's own sender id is ignored

    Scenario Outline: A message that <sender> sent
      Given Alice on a channel
      And Alice sent "m1"
      And messages from Zoe
        | message | lamport | after | sender   |
        | echo    | +900    | m1    | <sender> |
      When Alice receives "echo"
      Then "m1" is <status> at Alice
      And Alice's log is <log>
      And Alice's clock is <clock>

      Examples: the own id is ignored, another one is not
        | sender | status         | log             | clock |
        | Alice  | unacknowledged | "m1"            | +1    |
        | Bob    | acknowledged   | "m1" and "echo" | +900  |

  @SDS-RECV-02 @may @needs-sds.state.log @needs-sds.state.lamport
  Rule: A repeated message changes nothing more

    Scenario: The same bytes twice
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m1      | +10     |
      When Alice receives "m1" and "m1"
      Then Alice's log is "m1"
      And Alice's clock is +10

    Scenario: Two messages with the same content are two messages
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | content  |
        | m1      | +10     | 0badcafe |
        | m2      | +20     | 0badcafe |
      When Alice receives "m1" and "m2"
      Then Alice's log is "m1" and "m2"

    Scenario: A repeat while it waits
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after |
        | m1      | +10     |       |
        | m2      | +20     | m1    |
      When Alice receives "m2", "m2" and "m1"
      Then Alice's log is "m1" and "m2"

  @SDS-RECV-03 @must @needs-sds.state.outgoing
  Rule: Every received message is searched for acknowledgements, whether it can be delivered or not

    Scenario: A message that has to wait
      Given Alice on a channel
      And Alice sent "m1" and "m2"
      And messages from Zoe
        | message | lamport | after       |
        | waiting | +10     | m1, unknown |
      When Alice receives "waiting"
      Then "m1" is acknowledged at Alice
      And "m2" is unacknowledged at Alice

    Scenario: A message with a filter that nobody can read
      Given Alice on a channel
      And Alice sent "m1" and "m2"
      And messages from Zoe
        | message | lamport | after | filter     |
        | reply   | +10     | m1    | unreadable |
      When Alice receives "reply"
      Then "m1" is acknowledged at Alice

  @SDS-RECV-04 @must @needs-sds.state.outgoing
  Rule: The id of a message with content enters the bloom filter, also while the message waits

    @pair
    Scenario: The second and third of three messages arrive
      Given Alice and Bob on a channel
      And Alice sent "m1", "m2" and "m3"
      And Bob received "m2" and "m3"
      And Bob sent "reply"
      When Alice receives the bloom filter of "reply"
      Then "m2" is possibly acknowledged at Alice
      And "m3" is possibly acknowledged at Alice
      And "m1" is unacknowledged at Alice

  @SDS-RECV-05 @must @needs-sds.state.outgoing
  Rule: The id of a message without content does not enter the bloom filter

    @pair
    Scenario Outline: A message from Zoe with the id of m1 and <content>
      Given Alice and Bob on a channel
      And Alice sent "m1"
      And messages from Zoe
        | message | kind   | lamport | id         | after   |
        | copy    | <kind> | +10     | that of m1 | <after> |
      And Bob received "copy"
      And Bob sent "reply"
      When Alice receives the bloom filter of "reply"
      Then "m1" is <status> at Alice

      Examples: without content, waiting or not, and the twin with content
        | content                   | kind | after   | status                |
        | no content                | sync |         | unacknowledged        |
        | no content, as it waits   | sync | unknown | unacknowledged        |
        | content                   |      |         | possibly acknowledged |

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
        | message | lamport | after |
        | m1      | +10     |       |
        | m2      | +20     | m1    |
      When Alice receives "m2" and "m2"
      Then Alice's incoming buffer holds "m2"
      And Alice delivered nothing
      When Alice receives "m1"
      Then Alice delivered "m1" and "m2"
      And Alice's incoming buffer holds nothing
