Feature: Sending a message
  SDS, Send Message: clock, causal history and bloom filter are computed before the broadcast, and the
  message is kept after it.

  @SDS-SEND-01 @must
  Rule: Each message raises the Lamport timestamp by 1

    Scenario: Three messages
      Given Alice on a channel
      When Alice sends "m1", "m2" and "m3"
      Then "m1" has lamport +1
      And "m2" has lamport +2
      And "m3" has lamport +3

    @needs-virtual-clock
    Scenario: The wall clock does not matter once the channel is open
      Given Alice on a channel
      And Alice sent "m1"
      And 60 s passed
      When Alice sends "m2"
      Then "m2" has lamport +2

  @SDS-SEND-02 @must
  Rule: The message carries the timestamp after the increase

    Scenario: After a received message
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m1      | +40     |
      And Alice received "m1"
      When Alice sends "m2"
      Then "m2" has lamport +41

    @needs-sds.state.lamport
    Scenario: It is the timestamp that the sender has then
      Given Alice on a channel
      When Alice sends "m1"
      Then "m1" has lamport +1
      And Alice's clock is +1

  @SDS-SEND-03 @must
  Rule: The causal history is the end of the log

    Scenario: By timestamp, not by arrival
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | a       | +300    |
        | b       | +100    |
        | c       | +200    |
      And Alice received "a", "b" and "c"
      When Alice sends "m1"
      Then the causal history of "m1" is "c" and "a"

    Scenario: Own and received messages alike
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | b       | +10     |
      And Alice sent "a"
      And Alice received "b"
      When Alice sends "m1"
      Then the causal history of "m1" is "a" and "b"

  @SDS-SEND-04 @must @needs-sds.config.causalHistorySize
  Rule: The causal history is in the order of the log

    Scenario: Three entries, the oldest first
      Given Alice on a channel with
        | causal history size | 3 |
      And messages from Zoe
        | message | lamport |
        | c       | +10     |
        | a       | +30     |
        | b       | +20     |
      And Alice received "a", "b" and "c"
      When Alice sends "m1"
      Then the causal history of "m1" is "c", "b" and "a"

  @SDS-SEND-05 @may @needs-sds.config.causalHistorySize
  Rule: The application says how many ids the causal history has

    Scenario Outline: <size> of four messages
      Given Alice on a channel with
        | causal history size | <size> |
      And Alice sent "m1", "m2", "m3" and "m4"
      When Alice sends "m5"
      Then the causal history of "m5" is <history>

      Examples: one, some, as many and more than there are
        | size | history                      |
        | 1    | "m4"                         |
        | 2    | "m3" and "m4"                |
        | 4    | "m1", "m2", "m3" and "m4"    |
        | 9    | "m1", "m2", "m3" and "m4"    |

  @SDS-SEND-06 @should
  Rule: The causal history has two ids where nobody says otherwise

    Scenario: Three messages before
      Given Alice on a channel with
        | causal history size | its own |
      And Alice sent "m1", "m2" and "m3"
      When Alice sends "m4"
      Then the causal history of "m4" is "m2" and "m3"

  @SDS-SEND-07 @may @needs-sds.retrieval-hint
  Rule: A retrieval hint goes with the id that it was given for

    Scenario: Two messages with hints
      Given Alice on a channel
      And Alice sent "m1" with the hint 01c0ffee
      And Alice sent "m2" with the hint 02c0ffee
      When Alice sends "m3"
      Then "m3" carries
        | causal_history.retrieval_hint | 01c0ffee, 02c0ffee |

  @SDS-SEND-08 @must @needs-sds.state.outgoing
  Rule: The message carries the bloom filter as it is then

    @pair
    Scenario: What was received just before is in it
      Given Alice and Bob on a channel
      And Alice sent "m1" and "m2"
      And Bob received "m1"
      And Bob sent "before"
      And Bob received "m2"
      And Bob sent "after"
      When Alice receives the bloom filter of "before"
      Then "m2" is unacknowledged at Alice
      When Alice receives the bloom filter of "after"
      Then "m2" is possibly acknowledged at Alice

  @SDS-SEND-09 @must @needs-sds.state.outgoing
  Rule: A sent message is kept as unacknowledged

    Scenario: Right after it was sent
      Given Alice on a channel
      When Alice sends "m1" and "m2"
      Then "m1" is unacknowledged at Alice
      And "m2" is unacknowledged at Alice
      And Alice's outgoing buffer holds "m1" and "m2"

  @SDS-SEND-10 @must
  Rule: Two messages never see the same state

    Scenario: One right after the other
      Given Alice on a channel
      When Alice sends "m1" and "m2"
      Then "m2" has lamport +2
      And the causal history of "m2" is "m1"

  @SDS-SEND-11 @must
  Rule: An own message is in the log before the next one is sent

    Scenario: The next message depends on it
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends "m2"
      Then the causal history of "m2" is "m1"

    @needs-sds.state.log
    Scenario: Before anybody has acknowledged it
      Given Alice on a channel
      When Alice sends "m1"
      Then Alice's log is "m1"
