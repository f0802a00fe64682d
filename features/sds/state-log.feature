Feature: The log of a channel
  SDS, Participant state and Protocol Steps: each channel has a log in the order of the timestamps, and no step
  leaves its channel.

  @SDS-STATE-08 @must
  Rule: Each channel has a log of its own

    Scenario: A message of one channel is no history on the other
      Given Alice on a channel
      And Alice on a second channel too
      And messages from Zoe
        | message | lamport | channel |
        | m1      | +10     |         |
        | m2      | +20     | second  |
      And Alice received "m1"
      When Alice on the second channel receives "m2"
      And Alice on the second channel sends "m3"
      And Alice sends "m4"
      Then the causal history of "m3" is "m2"
      And the causal history of "m4" is "m1"

    @needs-sds.events.delivered
    Scenario: A message of one channel meets no dependency on the other
      Given Alice on a channel
      And Alice on a second channel too
      And messages from Zoe
        | message | lamport | after | channel |
        | m1      | +10     |       | second  |
        | m2      | +20     | m1    |         |
        | m3      | +10     |       |         |
        | m4      | +20     | m3    |         |
      When Alice on the second channel receives "m1"
      And Alice receives "m2", "m3" and "m4"
      Then Alice delivered "m3" and "m4"

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
