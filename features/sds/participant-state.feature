Feature: What a participant keeps
  SDS, Participant state and Protocol Steps: a clock, a bloom filter, two buffers and a log, one of
  each per channel.

  @SDS-STATE-01 @must
  Rule: Each channel has a Lamport timestamp of its own

    Scenario: One channel moves on, the other stays
      Given Alice on a channel
      And Alice is on a second channel too
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
      And Alice and Bob are on a second channel too
      And Alice on the second channel sent "m1"
      And Bob on the second channel received "m1"
      And Bob sent "first reply"
      And Bob on the second channel sent "second reply"
      When Alice on the second channel receives the bloom filter of "first reply"
      Then "m1" is unacknowledged at Alice on the second channel
      When Alice on the second channel receives the bloom filter of "second reply"
      Then "m1" is possibly acknowledged at Alice on the second channel

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

  @SDS-STATE-06 @must @needs-sds.state.outgoing
  Rule: Messages are kept until they are acknowledged

    Scenario: Three sent, one acknowledged
      Given Alice on a channel
      And Alice sent "m1", "m2" and "m3"
      And messages from Zoe
        | message | lamport | after |
        | reply   | +10     | m2    |
      When Alice receives "reply"
      Then Alice's outgoing buffer holds "m1" and "m3"

  @SDS-STATE-07 @must @needs-sds.events.delivered
  Rule: Messages with unmet dependencies are kept until they can be delivered

    Scenario: Two messages wait for the same one
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after |
        | root    | +1      |       |
        | m1      | +2      | root  |
        | m2      | +3      | root  |
      When Alice receives "m2", "m1" and "root"
      Then Alice delivered 3 messages

    Scenario: 600 messages wait for one
      Given Alice on a channel
      And messages from Zoe
        | message    | lamport | after |
        | root       | +1      |       |
        | w1 to w600 | +2      | root  |
      When Alice receives "w1" to "w600"
      Then Alice delivered nothing
      When Alice receives "root"
      Then Alice delivered 601 messages

  @SDS-STATE-08 @must
  Rule: Each channel has a log of its own

    Scenario: A message of one channel is no history on the other
      Given Alice on a channel
      And Alice is on a second channel too
      And messages from Zoe
        | message | lamport |
        | m1      | +10     |
      And Alice received "m1"
      When Alice on the second channel sends "m2"
      And Alice sends "m3"
      Then the causal history of "m2" is nothing
      And the causal history of "m3" is "m1"

    @needs-sds.events.delivered
    Scenario: A message of one channel meets no dependency on the other
      Given Alice on a channel
      And Alice is on a second channel too
      And messages from Zoe
        | message | lamport | after | channel |
        | m1      | +10     |       |         |
        | m2      | +20     | m1    | second  |
        | m3      | +20     | m1    |         |
      And Alice received "m1"
      When Alice on the second channel receives "m2"
      And Alice receives "m3"
      Then Alice on the second channel delivered nothing
      And Alice delivered "m1" and "m3"

  @SDS-STATE-09 @must
  Rule: The log holds every message of the channel, own and received

    Scenario: Own, received, own
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m2      | +10     |
      And Alice sent "m1"
      And Alice received "m2"
      When Alice sends "m3"
      Then the causal history of "m3" is "m1" and "m2"

    @needs-sds.state.log
    Scenario: What waits is not in it
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after   |
        | m1      | +10     |         |
        | waiting | +20     | unknown |
      When Alice receives "m1" and "waiting"
      Then Alice's log is "m1"

  @SDS-STATE-10 @must @needs-sds.state.log
  Rule: The log is ordered by Lamport timestamp

    Scenario Outline: Arrival in the order <order>
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m9      | 9       |
        | m10     | 10      |
        | m300    | 300     |
        | m1e6    | 1000300 |
      When Alice receives <order>
      Then Alice's log is "m9", "m10", "m300" and "m1e6"

      Examples: sorted, backwards and mixed
        | order                            |
        | "m9", "m10", "m300" and "m1e6"   |
        | "m1e6", "m300", "m10" and "m9"   |
        | "m300", "m9", "m1e6" and "m10"   |

    Scenario: Own messages among the received ones
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m0      | 5       |
        | m2      | +10     |
      And Alice sent "m1"
      When Alice receives "m2" and "m0"
      Then Alice's log is "m0", "m1" and "m2"

    Scenario: 700 messages, the later half first
      Given Alice on a channel
      And messages from Zoe
        | message    | lamport |
        | e1 to e350 | +1      |
        | l1 to l350 | +1000   |
      And Alice received "l1" to "l350"
      When Alice receives "e1" to "e350"
      And Alice sends "m1"
      Then the causal history of "m1" is "l349" and "l350"
      And Alice's log is "e1" to "e350", "l1" to "l350" and "m1"

  @SDS-STATE-11 @must @needs-sds.state.outgoing
  Rule: An own message is in exactly one of three states

    Scenario: One of each
      Given Alice on a channel
      And Alice sent "m1", "m2" and "m3"
      And messages from Zoe
        | message | lamport | after | filter |
        | reply   | +10     | m3    | m2     |
      When Alice receives "reply"
      Then "m1" is unacknowledged at Alice
      And "m2" is possibly acknowledged at Alice
      And "m3" is acknowledged at Alice
      And Alice's outgoing buffer holds "m1" and "m2"

  @SDS-STATE-12 @must @needs-sds.state.outgoing
  Rule: Without any evidence a message stays unacknowledged

    Scenario: Traffic that does not mention it
      Given Alice on a channel
      And Alice sent "m1"
      And messages from Zoe
        | message | lamport | after | filter |
        | m2      | +10     |       | empty  |
        | m3      | +20     | m2    |        |
      When Alice receives "m2" and "m3"
      Then "m1" is unacknowledged at Alice

    Scenario: Its own echo
      Given Alice on a channel
      And Alice sent "m1" and "m2"
      When Alice receives "m2"
      Then "m1" is unacknowledged at Alice
      And "m2" is unacknowledged at Alice

  @SDS-STATE-13 @must @needs-sds.state.outgoing
  Rule: Ambiguous evidence makes a message possibly acknowledged, and it stays

    Scenario: One bloom filter that has it
      Given Alice on a channel
      And Alice sent "m1"
      And messages from Zoe
        | message | lamport | filter |
        | m2      | +10     | m1     |
      When Alice receives "m2"
      Then "m1" is possibly acknowledged at Alice
      And Alice's outgoing buffer holds "m1"

  @SDS-STATE-14 @must @needs-sds.state.outgoing
  Rule: An acknowledged message leaves the outgoing buffer

    Scenario: Named in a causal history
      Given Alice on a channel
      And Alice sent "m1" and "m2"
      And messages from Zoe
        | message | lamport | after |
        | reply   | +10     | m1    |
      When Alice receives "reply"
      Then "m1" is acknowledged at Alice
      And Alice's outgoing buffer holds "m2"

    @needs-sds.sweep-outgoing @needs-sds.config.resendUnackMs
    Scenario: It is broadcast no more
      Given Alice on a channel with
        | resend period | 10 s |
      And Alice sent "m1" and "m2"
      And messages from Zoe
        | message | lamport | after |
        | reply   | +10     | m1    |
      And Alice received "reply"
      When Alice's outgoing buffer is swept after 11 s
      Then Alice rebroadcasts "m2"

  @SDS-STEP-01 @must @needs-sds.state.outgoing @needs-sds.state.log @needs-sds.state.lamport
  Rule: Every step belongs to one channel

    Scenario: A message of another channel
      Given Alice on a channel
      And Alice sent "m1"
      And messages from Zoe
        | message | lamport | after | channel |
        | other   | +900    | m1    | second  |
        | reply   | +10     | m1    |         |
      When Alice receives "other"
      Then "m1" is unacknowledged at Alice
      And Alice's clock is +1
      And Alice's log is "m1"
      When Alice receives "reply"
      Then "m1" is acknowledged at Alice
      And Alice's clock is +10
