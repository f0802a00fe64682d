Feature: What sync messages do, and what they leave behind
  SDS, Periodic Sync Message: they are processed as any message is, and leave no trace anywhere.

  @SDS-SYNC-07 @must @needs-sds.sync
  Rule: Sync messages enter no bloom filter

    Scenario: Not that of their sender
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends a sync message "s1"
      And Alice sends a sync message "s2"
      Then "s2" carries
        | bloom_filter | that of s1 |

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
      Then "s2" carries
        | bloom_filter | that of s1 |
      When Alice receives "m2"
      And Alice sends a sync message "s3"
      Then "s3" carries
        | bloom_filter | not that of s2 |

  @SDS-SYNC-08 @must @needs-sds.sync
  Rule: Sync messages enter no causal history

    Scenario: Not that of their sender
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends a sync message "s1"
      And Alice sends "m2"
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
        | message | kind | lamport | after   |
        | m1      |      | +10     |         |
        | s1      | sync | +7000   | m1      |
        | waiting |      | +8000   | unknown |
      And Alice received "m1", "s1" and "waiting"
      When Alice sends "m2"
      Then "m2" has lamport +11
      And the causal history of "m2" is "m1"
      And Alice's log is "m1" and "m2"
      And Alice's incoming buffer holds "waiting"

    Scenario: Nor in the incoming buffer, once what it names has come
      Given Alice on a channel
      And messages from Zoe
        | message | kind | lamport | after   |
        | m1      |      | +10     |         |
        | s1      | sync | +7000   | m1      |
        | waiting |      | +8000   | unknown |
      When Alice receives "s1", "waiting" and "m1"
      Then Alice's incoming buffer holds "waiting"
      And Alice's log is "m1"
