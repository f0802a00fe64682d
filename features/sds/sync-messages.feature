Feature: Sync messages
  SDS, Periodic Sync Message: a message without content that tells what its sender knows.

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
      Then "s1" carries
        | lamport_timestamp | set     |
        | bloom_filter      | set     |
        | content           | nothing |

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
      When Alice sends a sync message "s1"
      And Alice's outgoing buffer is swept after 11 s
      Then Alice rebroadcasts "m1"
