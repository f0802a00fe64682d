Feature: What a participant keeps of messages on their way
  SDS, Participant state: a buffer of own messages, each in one of three states, and one of messages that wait.

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
