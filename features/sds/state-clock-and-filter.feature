Feature: Clock and bloom filter
  SDS, Participant state: a Lamport timestamp and a bloom filter, one of each per channel.

  @SDS-STATE-01 @must
  Rule: Each channel has a Lamport timestamp of its own

    Scenario: One channel moves on, the other stays
      Given Alice on a channel
      And Alice on a second channel too
      And messages from Zoe
        | message | lamport |
        | m1      | +500    |
      And Alice received "m1"
      When Alice sends "m2"
      And Alice on the second channel sends "m3"
      Then "m2" has lamport +501
      And "m3" has lamport +1

    @pair
    Scenario: Two participants of one client
      Given Alice and Bob on a channel
      And messages from Zoe
        | message | lamport |
        | m1      | +500    |
      And Alice received "m1"
      When Alice sends "m2"
      And Bob sends "m3"
      Then "m2" has lamport +501
      And "m3" has lamport +1

  @SDS-STATE-02 @must @needs-virtual-clock
  Rule: The Lamport timestamp starts at the current epoch time in milliseconds

    Scenario: The first message is one above it
      Given Alice on a channel
      When Alice sends "m1"
      Then "m1" has lamport +1

    @pair
    Scenario: A participant that starts 70 s later starts 70,000 higher
      Given Alice on a channel
      And Alice sent "m1"
      And 70 s passed
      And Bob on a channel
      When Bob sends "m2"
      Then "m1" has lamport +1
      And "m2" has lamport +70001

    @needs-sds.state.lamport
    Scenario: Before anything is sent
      Given 33 s passed
      And Alice on a channel
      Then Alice's clock is +33000

  @SDS-STATE-03 @must @needs-sds.state.outgoing
  Rule: Each channel has a bloom filter of the ids received there

    @pair
    Scenario: What was received is in it, what was not is not
      Given Alice and Bob on a channel
      And Alice sent "m1" and "m2"
      And Bob received "m2"
      And Bob sent "reply"
      When Alice receives the bloom filter of "reply"
      Then "m2" is possibly acknowledged at Alice
      And "m1" is unacknowledged at Alice

    @pair
    Scenario: Ids that are only named in a causal history are not received
      Given Alice and Bob on a channel
      And Alice sent "m1"
      And messages from Zoe
        | message | lamport | after |
        | m2      | +10     | m1    |
      And Bob received "m2"
      And Bob sent "reply"
      When Alice receives the bloom filter of "reply"
      Then "m1" is unacknowledged at Alice
      When Bob receives "m1"
      And Bob sends "reply 2"
      And Alice receives the bloom filter of "reply 2"
      Then "m1" is possibly acknowledged at Alice

    @pair
    Scenario: What was received on another channel is not in it
      Given Alice and Bob on a channel
      And Bob on a second channel too
      And Alice sent "m1"
      And Bob received "m1"
      When Bob on the second channel sends "other"
      And Alice receives the bloom filter of "other"
      Then "m1" is unacknowledged at Alice
      When Bob sends "reply"
      And Alice receives the bloom filter of "reply"
      Then "m1" is possibly acknowledged at Alice

  @SDS-STATE-04 @should @needs-sds.state.outgoing @needs-sds.config.bloomCapacity
  Rule: A bloom filter that holds its capacity of ids is rolled over

    @pair
    Scenario: Ten times the capacity, and the newest ids are still told
      Given Alice on a channel
      And Bob on a channel with
        | bloom filter capacity | 50 |
      And messages from Zoe
        | message    | lamport |
        | z1 to z500 | +1      |
      And Alice sent "m1" to "m100" and "newest"
      And Bob received "z1" to "z500" and "newest"
      And Bob sent "reply"
      When Alice receives the bloom filter of "reply"
      Then "newest" is possibly acknowledged at Alice
      And at most 10 of "m1" to "m100" are possibly acknowledged at Alice

  @SDS-STATE-05 @should @needs-sds.state.outgoing
  Rule: The bloom filter is made for few false positives

    @pair
    Scenario: 100 received ids, 300 others
      Given Alice and Bob on a channel
      And messages from Zoe
        | message    | lamport |
        | z1 to z100 | +1      |
      And Alice sent "m1" to "m300" and "received"
      And Bob received "z1" to "z100" and "received"
      And Bob sent "reply"
      When Alice receives the bloom filter of "reply"
      Then "received" is possibly acknowledged at Alice
      And at most 9 of "m1" to "m300" are possibly acknowledged at Alice
