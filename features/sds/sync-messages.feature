Feature: Sync messages
  SDS, Periodic Sync Message: a message without content that tells what its sender knows and leaves no
  trace anywhere.

  @SDS-SYNC-01 @should @needs-sds.tick @needs-sds.sync @needs-sds.config.syncIntervalMs @needs-virtual-clock
  Rule: Sync messages are sent periodically

    Scenario: An idle channel, more than four times the period
      Given Alice on a channel with
        | sync period | 30 s |
      And messages from Zoe
        | message | lamport |
        | m1      | +10     |
      And Alice received "m1"
      And Alice sent "m2"
      When Alice runs her periodic tasks every 10 s for 130 s
      Then at least 2 sync messages were broadcast

  @SDS-SYNC-02 @must @needs-sds.sync
  Rule: A sync message has no content

    Scenario: After a message with content
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends a sync message "s1"
      Then "s1" has no content
      And "s1" has a timestamp and a bloom filter

  @SDS-SYNC-03 @must @needs-sds.sync
  Rule: A sync message carries an increased Lamport timestamp, which is kept

    Scenario: Between two messages
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends a sync message "s1"
      And Alice sends "m2"
      Then "s1" has lamport +2
      And "m2" has lamport +3

  @SDS-SYNC-04 @must @needs-sds.sync
  Rule: A sync message carries the causal history that a message would

    Scenario: The end of the log
      Given Alice on a channel
      And Alice sent "m1", "m2" and "m3"
      When Alice sends a sync message "s1"
      Then the causal history of "s1" is "m2" and "m3"

  @SDS-SYNC-05 @must @needs-sds.sync @needs-sds.state.outgoing
  Rule: A sync message carries the bloom filter as it is then

    @pair
    Scenario: What was received before is in it
      Given Alice and Bob on a channel
      And Alice sent "m1" and "m2"
      And Bob received "m2"
      When Bob sends a sync message "s1"
      And Alice receives the bloom filter of "s1"
      Then "m2" is possibly acknowledged at Alice
      And "m1" is unacknowledged at Alice

  @SDS-SYNC-06 @must @needs-sds.sync @needs-sds.state.outgoing
  Rule: A sync message is not kept for acknowledgement

    Scenario: It is not in the outgoing buffer
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends a sync message "s1"
      Then Alice's outgoing buffer holds "m1"

    @needs-sds.sweep-outgoing @needs-sds.config.resendUnackMs
    Scenario: It is not broadcast again
      Given Alice on a channel with
        | resend period | 10 s |
      And Alice sent "m1"
      And Alice sent a sync message "s1"
      When Alice's outgoing buffer is swept after 11 s
      Then Alice rebroadcasts "m1"

  @SDS-SYNC-07 @must @needs-sds.sync
  Rule: Sync messages enter no bloom filter

    Scenario: Not that of their sender
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends a sync message "s1"
      And Alice sends a sync message "s2"
      Then "s2" has the bloom filter of "s1"

    Scenario: Not that of their receiver
      Given Alice on a channel
      And messages from Zoe
        | message | kind | lamport | after |
        | m1      |      | +10     |       |
        | x1      | sync | +20     |       |
        | m2      |      | +30     |       |
      And Alice received "m1"
      When Alice sends a sync message "s1"
      And Alice receives "x1"
      And Alice sends a sync message "s2"
      Then "s2" has the bloom filter of "s1"
      When Alice receives "m2"
      And Alice sends a sync message "s3"
      Then "s3" has another bloom filter than "s2"

  @SDS-SYNC-08 @must @needs-sds.sync
  Rule: Sync messages enter no causal history

    Scenario: Not that of their sender
      Given Alice on a channel
      And Alice sent "m1"
      And Alice sent a sync message "s1"
      When Alice sends "m2"
      Then the causal history of "m2" is "m1"

    Scenario: Not that of their receiver
      Given Alice on a channel
      And messages from Zoe
        | message | kind | lamport | after |
        | m1      |      | +10     |       |
        | s1      | sync | +20     | m1    |
      And Alice received "m1" and "s1"
      When Alice sends "m2"
      Then the causal history of "m2" is "m1"

  @SDS-SYNC-09 @must @needs-sds.state.log
  Rule: Sync messages enter no log

    @needs-sds.sync
    Scenario: Not that of their sender
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends a sync message "s1"
      Then Alice's log is "m1"

    Scenario: Not that of their receiver, whether they have to wait or not
      Given Alice on a channel
      And messages from Zoe
        | message | kind | lamport | after |
        | m1      |      | +10     |       |
        | s1      | sync | +20     |       |
        | s2      | sync | +30     | m1    |
      When Alice receives "s1", "s2" and "m1"
      Then Alice's log is "m1"

  @SDS-SYNC-10 @may @needs-sds.state.outgoing
  Rule: Sync messages may share an id

    Scenario: Two of them acknowledge two messages
      Given Alice on a channel
      And Alice sent "m1", "m2" and "m3"
      And messages from Zoe
        | message | kind | lamport | after | id         |
        | s1      | sync | +10     | m1    |            |
        | s2      | sync | +20     | m2    | that of s1 |
      When Alice receives "s1" and "s2"
      Then Alice's outgoing buffer holds "m3"

    @needs-sds.events.delivered
    Scenario: A message with the id of a sync message
      Given Alice on a channel
      And messages from Zoe
        | message | kind | lamport | after   | id         |
        | s1      | sync | +10     | unknown |            |
        | m1      |      | +20     |         | that of s1 |
      When Alice receives "s1" and "m1"
      Then Alice delivered "m1"

  @SDS-SYNC-12 @must @needs-sds.state.outgoing
  Rule: Causal history and bloom filter of a sync message are processed like those of any message

    Scenario: Its causal history
      Given Alice on a channel
      And Alice sent "m1" and "m2"
      And messages from Zoe
        | message | kind | lamport | after |
        | s1      | sync | +10     | m1    |
      When Alice receives "s1"
      Then "m1" is acknowledged at Alice
      And "m2" is unacknowledged at Alice

    Scenario: Its bloom filter
      Given Alice on a channel
      And Alice sent "m1" and "m2"
      And messages from Zoe
        | message | kind | lamport | filter |
        | s1      | sync | +10     | m1     |
      When Alice receives "s1"
      Then "m1" is possibly acknowledged at Alice
      And "m2" is unacknowledged at Alice

    @needs-sds.sweep-incoming @needs-sds.missing
    Scenario: It reveals what is missing
      Given Alice on a channel
      And messages from Zoe
        | message | kind | lamport | after |
        | m1      |      | +5      |       |
        | s1      | sync | +10     | m1    |
      When Alice receives "s1"
      Then Alice misses "m1"

  @SDS-SYNC-13 @must @needs-sds.state.log @needs-sds.state.incoming
  Rule: A received sync message leaves no trace

    Scenario: Neither in the clock nor in the log
      Given Alice on a channel
      And messages from Zoe
        | message | kind | lamport | after |
        | m1      |      | +10     |       |
        | s1      | sync | +7000   | m1    |
      And Alice received "m1" and "s1"
      When Alice sends "m2"
      Then "m2" has lamport +11
      And the causal history of "m2" is "m1"
      And Alice's log is "m1" and "m2"
      And Alice's incoming buffer holds nothing

    Scenario: Nor in the incoming buffer, once what it names has come
      Given Alice on a channel
      And messages from Zoe
        | message | kind | lamport | after |
        | m1      |      | +10     |       |
        | s1      | sync | +7000   | m1    |
      When Alice receives "s1" and "m1"
      Then Alice's incoming buffer holds nothing
      And Alice's log is "m1"
