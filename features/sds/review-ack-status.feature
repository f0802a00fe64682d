@needs-sds.state.outgoing
Feature: Reviewing acknowledgements
  SDS, Review ACK Status: what a received causal history and a received bloom filter say about the
  messages in the outgoing buffer.

  @SDS-ACK-01 @must
  Rule: All own messages in a received causal history are acknowledged

    Scenario: Two of three, with a stranger between them
      Given Alice on a channel
      And Alice sent "m1", "m2" and "m3"
      And messages from Zoe
        | message | lamport | after           |
        | reply   | +10     | m1, unknown, m3 |
      When Alice receives "reply"
      Then "m1" is acknowledged at Alice
      And "m3" is acknowledged at Alice
      And "m2" is unacknowledged at Alice

    Scenario: Only the one that is named, not those before it
      Given Alice on a channel
      And Alice sent "m1", "m2" and "m3"
      And messages from Zoe
        | message | lamport | after |
        | reply   | +10     | m2    |
      When Alice receives "reply"
      Then Alice's outgoing buffer holds "m1" and "m3"

  @SDS-ACK-02 @must
  Rule: All own messages in a received bloom filter are possibly acknowledged

    Scenario: Two of three
      Given Alice on a channel
      And Alice sent "m1", "m2" and "m3"
      And messages from Zoe
        | message | lamport | filter |
        | reply   | +10     | m1, m3 |
      When Alice receives "reply"
      Then "m1" is possibly acknowledged at Alice
      And "m3" is possibly acknowledged at Alice
      And "m2" is unacknowledged at Alice

    Scenario: The first and the last of 40
      Given Alice on a channel
      And Alice sent "m1" to "m40"
      And messages from Zoe
        | message | lamport | filter  |
        | reply   | +100    | m1, m40 |
      When Alice receives "reply"
      Then "m1" is possibly acknowledged at Alice
      And "m40" is possibly acknowledged at Alice
      And "m20" is unacknowledged at Alice

  @SDS-ACK-03 @may
  Rule: One bloom filter alone acknowledges nothing

    Scenario: A message in one bloom filter, and one in none
      Given Alice on a channel
      And Alice sent "m1" and "m2"
      And messages from Zoe
        | message | lamport | filter |
        | reply   | +10     | m1     |
      When Alice receives "reply"
      Then "m1" is possibly acknowledged at Alice
      And "m2" is unacknowledged at Alice

    @needs-sds.config.possibleAcksThreshold
    Scenario: As many bloom filters as were set acknowledge, and one fewer does not
      Given Alice on a channel with
        | filters that acknowledge | 2 |
      And Alice sent "m1" and "m2"
      And messages from Zoe
        | message | lamport | filter |
        | one     | +10     | m1, m2 |
        | two     | +20     | m1     |
      When Alice receives "one"
      Then "m1" is possibly acknowledged at Alice
      When Alice receives "two"
      Then "m1" is acknowledged at Alice
      And "m2" is possibly acknowledged at Alice

  @SDS-ACK-04 @must
  Rule: Ids that are not in the outgoing buffer change nothing there

    Scenario: A causal history of strangers
      Given Alice on a channel
      And Alice sent "m1"
      And messages from Zoe
        | message | lamport | after              |
        | m2      | +10     | unknown, another 1 |
        | reply   | +20     | m1                 |
      When Alice receives "m2"
      Then Alice's outgoing buffer holds "m1"
      And "m1" is unacknowledged at Alice
      When Alice receives "reply"
      Then "m1" is acknowledged at Alice

    Scenario: What is acknowledged already, and what is a stranger's, before a bloom filter
      Given Alice on a channel
      And Alice sent "m1", "m2" and "m3"
      And messages from Zoe
        | message | lamport | after   | filter |
        | one     | +10     | m1      |        |
        | again   | +20     | m1      |        |
        | far     | +30     | unknown |        |
        | reply   | +40     |         | m2, m3 |
      When Alice receives "one", "again", "far" and "reply"
      Then "m1" is acknowledged at Alice
      And "m2" is possibly acknowledged at Alice
      And "m3" is possibly acknowledged at Alice

  @SDS-ACK-05 @must
  Rule: Evidence is never taken back

    Scenario: A hit, a miss, and a causal history
      Given Alice on a channel
      And Alice sent "m1"
      And messages from Zoe
        | message | lamport | after | filter |
        | hit     | +10     |       | m1     |
        | miss    | +20     |       | empty  |
        | reply   | +30     | m1    |        |
      When Alice receives "hit" and "miss"
      Then "m1" is possibly acknowledged at Alice
      When Alice receives "reply"
      Then "m1" is acknowledged at Alice

  @SDS-ACK-06 @must
  Rule: Sync messages and waiting messages acknowledge like delivered ones

    Scenario Outline: <what>
      Given Alice on a channel
      And Alice sent "m1" and "m2"
      And messages from Zoe
        | message | kind   | lamport | after   |
        | reply   | <kind> | +10     | <after> |
      When Alice receives "reply"
      Then "m1" is acknowledged at Alice
      And "m2" is unacknowledged at Alice

      Examples: a sync message, one that waits, one that is delivered
        | what                     | kind | after       |
        | A sync message           | sync | m1          |
        | A message that waits     |      | m1, unknown |
        | A message that does not  |      | m1          |
