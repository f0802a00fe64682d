Feature: The wire format
  SDS, Wire protocol / Message: the protobuf `Message` and `HistoryEntry`. What a client sends is read
  with a decoder that is not its own; what it is given is written by one.

  @SDS-WIRE-01 @must @needs-sds.events.delivered
  Rule: Messages are the protobuf Message of the text, sent and received

    Scenario: A message of the suite is understood
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m1      | +10     |
      When Alice receives "m1"
      Then Alice delivered "m1" with its content

    Scenario: A message of the client is a Message and nothing around it
      Given Alice on a channel
      When Alice sends "m1"
      Then the fields of "m1" are 1, 2, 3, 10, 12 and 20
      And "m1" has the content it was sent with

    Scenario: The vectors
      When each valid vector is given to a participant of its own
      Then it is delivered or absorbed as its kind demands

  @SDS-WIRE-02 @must
  Rule: sender_id is field 1, a string

    Scenario: In a message that is sent
      Given Alice on a channel
      When Alice sends "m1"
      Then field 1 of "m1" is length-delimited
      And "m1" comes from Alice

  @SDS-WIRE-03 @must
  Rule: message_id is field 2, a string, and the id that everybody uses

    Scenario: In a message that is sent
      Given Alice on a channel
      When Alice sends "m1"
      Then field 2 of "m1" is length-delimited
      And the message id of "m1" is the one that Alice was told

    Scenario: The id on the wire is the id in the next causal history
      Given Alice on a channel
      When Alice sends "m1" and "m2"
      Then the causal history of "m2" is "m1"

  @SDS-WIRE-04 @must
  Rule: channel_id is field 3, a string

    Scenario: In a message that is sent
      Given Alice on a channel
      When Alice sends "m1"
      Then field 3 of "m1" is length-delimited
      And "m1" belongs to the channel of Alice

  @SDS-WIRE-05 @must
  Rule: lamport_timestamp is field 10, a varint with presence of its own

    Scenario: In a message that is sent
      Given Alice on a channel
      When Alice sends "m1"
      Then field 10 of "m1" is a varint
      And "m1" has lamport +1

    @needs-sds.events.delivered
    Scenario: Zero is a timestamp like any other
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after   |
        | m1      | 0       | unknown |
        | m2      | 0       |         |
      When Alice receives "m1" and "m2"
      Then Alice delivered "m2"

  @SDS-WIRE-06 @must
  Rule: causal_history is field 11, one embedded HistoryEntry each

    Scenario: Two messages before
      Given Alice on a channel
      When Alice sends "m1", "m2" and "m3"
      Then field 11 of "m3" is length-delimited, 2 times
      And the causal history of "m3" is "m1" and "m2"

    @needs-sds.events.delivered
    Scenario: It is read
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after  |
        | m1      | +1      |        |
        | m2      | +2      |        |
        | m3      | +3      | m1, m2 |
      When Alice receives "m3" and "m1"
      Then Alice delivered "m1"
      When Alice receives "m2"
      Then Alice delivered "m1", "m2" and "m3"

  @SDS-WIRE-07 @must
  Rule: bloom_filter is field 12, bytes

    Scenario: In a message that is sent
      Given Alice on a channel
      When Alice sends "m1"
      Then field 12 of "m1" is length-delimited

    @needs-sds.state.outgoing
    Scenario: It is read
      Given Alice on a channel
      And Alice sent "m1"
      And messages from Zoe
        | message | lamport | filter |
        | m2      | +10     | m1     |
      When Alice receives "m2"
      Then "m1" is possibly acknowledged at Alice

  @SDS-WIRE-08 @must @needs-sds.events.delivered
  Rule: content is field 20, the bytes of the application as they are

    Scenario: Bytes that are no text are sent as they are
      Given Alice on a channel
      When Alice sends "m1" with content 00ff80fffe0a0d00
      Then field 20 of "m1" is length-delimited
      And "m1" has the content it was sent with

    Scenario: Bytes that are no text are delivered as they came
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | content          |
        | m1      | +1      | 00ff80fffe0a0d00 |
      When Alice receives "m1"
      Then Alice delivered "m1" with its content

    @pair
    Scenario: 100,000 bytes
      Given Alice and Bob on a channel
      When Alice sends "m1" with content of 100000 bytes
      And Bob receives "m1"
      Then Bob delivered "m1" with its content

  @SDS-WIRE-09 @must
  Rule: message_id is field 1 of a HistoryEntry, the id of the message meant

    Scenario: The entry holds the id of the earlier message
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m1      | +10     |
      And Alice received "m1"
      When Alice sends "m2"
      Then the causal history of "m2" is "m1"

  @SDS-WIRE-10 @must @needs-sds.events.delivered
  Rule: retrieval_hint is field 2 of a HistoryEntry and decides nothing

    Scenario Outline: A dependency <dependency> arrives <time>
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after | hint   |
        | m1      | +10     |       |        |
        | m2      | +20     | m1    | <hint> |
      When Alice receives <messages>
      Then Alice delivered "m1" and "m2"

      Examples: with a hint and without, before and after the message that names it
        | dependency     | hint     | time   | messages      |
        | with a hint    | c0ffee00 | before | "m1" and "m2" |
        | with a hint    | c0ffee00 | after  | "m2" and "m1" |
        | without a hint |          | before | "m1" and "m2" |
        | without a hint |          | after  | "m2" and "m1" |

    Scenario: Entries without a hint leave the field out
      Given Alice on a channel
      When Alice sends "m1" and "m2"
      Then the hints in the causal history of "m2" are none

  @SDS-WIRE-11 @must @needs-sds.events.delivered
  Rule: Fields may come in any order and unknown ones are skipped

    Scenario Outline: A message with <what>
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after |
        | m1      | +10     |       |
        | m2      | +20     | m1    |
      And Alice received "m1"
      When Alice receives "m2" with <what>
      Then Alice delivered "m1" and "m2" with its content

      Examples: of no revision, of a later one, and in another order
        | what                           |
        | unknown fields                 |
        | the fields of a later revision |
        | its fields backwards           |

    Scenario Outline: <bytes> are refused without harm
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m1      | +10     |
      When Alice receives the bytes <bytes>
      Then Alice delivered nothing
      When Alice receives "m1"
      Then Alice delivered "m1"

      Examples: cut off or of a wrong wire type
        | bytes                |
        | 0a05616c             |
        | 0a                   |
        | ffffffffffffffffff7f |
        | 0b                   |

    Scenario: The vectors that are no message
      When each invalid vector is given to a participant of its own
      Then it is refused or has no effect

  @SDS-MSG-01 @must
  Rule: A message carries the id of its sender

    @pair
    Scenario: After hearing of others
      Given Alice and Bob on a channel
      And Bob sent "m1"
      And Alice received "m1"
      When Alice sends "m2"
      Then "m2" comes from Alice

    @needs-sds.sync
    Scenario: A sync message
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends a sync message "s1"
      Then "s1" comes from Alice

    @needs-sds.ephemeral
    Scenario: An ephemeral message
      Given Alice on a channel
      When Alice sends an ephemeral message "e1"
      Then "e1" comes from Alice

  @SDS-MSG-02 @must
  Rule: A message carries an id that no other message has

    Scenario: 300 messages, two hundred of them with the same content
      Given Alice on a channel
      When Alice sends "m1" to "m100"
      And Alice sends "m101" to "m300" with content 0badcafe
      Then the message ids of "m1" to "m300" differ

    @pair
    Scenario: Two participants send the same at the same time
      Given Alice and Bob on a channel
      When Alice sends "m1" with content 0badcafe
      And Bob sends "m2" with content 0badcafe
      Then the message ids of "m1" and "m2" differ

  @SDS-MSG-04 @must
  Rule: A message carries the id of its channel

    Scenario: Two channels of one participant
      Given Alice on a channel
      And Alice is on a second channel too
      When Alice sends "m1"
      And Alice on the second channel sends "m2"
      Then "m1" belongs to the channel of Alice
      And "m2" belongs to the channel of Alice on the second channel

    @needs-sds.sync
    Scenario: A sync message
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends a sync message "s1"
      Then "s1" belongs to the channel of Alice

    @needs-sds.ephemeral
    Scenario: An ephemeral message
      Given Alice on a channel
      When Alice sends an ephemeral message "e1"
      Then "e1" belongs to the channel of Alice

  @SDS-MSG-05 @should @needs-sds.no-channel
  Rule: Without individual channels the channel id is 0

    Scenario: A participant that was given no channel
      Given Alice without a channel
      When Alice sends "m1"
      Then the channel id of "m1" is 0

  @SDS-MSG-06 @must
  Rule: A message that is not ephemeral carries timestamp, causal history and bloom filter

    Scenario: The first message
      Given Alice on a channel
      When Alice sends "m1"
      Then "m1" has a timestamp and a bloom filter
      And the causal history of "m1" is nothing

    Scenario: A later message
      Given Alice on a channel
      When Alice sends "m1" and "m2"
      Then "m2" has a timestamp and a bloom filter
      And the causal history of "m2" is "m1"

    @needs-sds.sync
    Scenario: A sync message
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends a sync message "s1"
      Then "s1" has a timestamp and a bloom filter
      And the causal history of "s1" is "m1"

  @SDS-MSG-07 @may @needs-sds.events.delivered
  Rule: A receiver takes messages that leave those fields out

    Scenario: An ephemeral message with none of them
      Given Alice on a channel
      And messages from Zoe
        | message | kind      |
        | e1      | ephemeral |
      When Alice receives "e1"
      Then Alice delivered "e1" with its content

    Scenario: An ephemeral message with a causal history
      Given Alice on a channel
      And messages from Zoe
        | message | kind      | after   |
        | e1      | ephemeral | unknown |
      When Alice receives "e1"
      Then Alice delivered "e1" with its content

    Scenario: A message without a bloom filter
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m1      | +10     |
      When Alice receives "m1"
      Then Alice delivered "m1" with its content

  @SDS-MSG-08 @may @needs-sds.state.log @needs-sds.state.outgoing @needs-sds.events.delivered
  Rule: Content that is unset and content of no bytes mean a sync message alike

    Scenario Outline: A message whose content is <content>
      Given Alice on a channel
      And Alice sent "m1" and "m2"
      And messages from Zoe
        | message | kind   | lamport | after |
        | s1      | <kind> | +20     | m1    |
      When Alice receives "s1"
      Then Alice's outgoing buffer holds "m2"
      And Alice's log is "m1" and "m2"
      And Alice delivered nothing

      Examples: two ways to write it
        | content  | kind       |
        | unset    | sync       |
        | no bytes | empty sync |

  @SDS-MSG-09 @must
  Rule: A message that is no sync message carries the content of the application

    Scenario: A message
      Given Alice on a channel
      When Alice sends "m1"
      Then "m1" has the content it was sent with

    @needs-sds.ephemeral
    Scenario: An ephemeral message
      Given Alice on a channel
      When Alice sends an ephemeral message "e1"
      Then "e1" has the content it was sent with

    @needs-sds.sweep-outgoing @needs-sds.config.resendUnackMs
    Scenario: A rebroadcast
      Given Alice on a channel with
        | resend period | 10 s |
      And Alice sent "m1"
      When Alice's outgoing buffer is swept after 11 s
      Then the rebroadcast of "m1" has the same content

  @SDS-MSG-10 @must
  Rule: The causal history lists messages that came before

    Scenario: A message does not list itself
      Given Alice on a channel
      When Alice sends "m1" and "m2"
      Then the causal history of "m2" is "m1"

    Scenario: A message that waits is not listed
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after   |
        | m1      | +10     |         |
        | waiting | +20     | unknown |
      And Alice received "m1" and "waiting"
      When Alice sends "m2"
      Then the causal history of "m2" is "m1"

    Scenario: Sync and ephemeral messages are not listed
      Given Alice on a channel
      And messages from Zoe
        | message | kind      | lamport |
        | m1      |           | +10     |
        | s1      | sync      | +20     |
        | e1      | ephemeral |         |
      And Alice received "m1", "s1" and "e1"
      When Alice sends "m2"
      Then the causal history of "m2" is "m1"
