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
      And "m1" carries
        | content | as sent |

    Scenario: The vectors
      When each "valid" vector is given to a participant of its own
      Then each is delivered, absorbed or refused as its vector says

  @SDS-WIRE-02 @must
  Rule: sender_id is field 1, a string

    Scenario: In a message that is sent
      Given Alice on a channel
      When Alice sends "m1"
      Then field 1 of "m1" is LEN
      And "m1" comes from Alice

  @SDS-WIRE-03 @must
  Rule: message_id is field 2, a string, and the id that everybody uses

    Scenario: In a message that is sent
      Given Alice on a channel
      When Alice sends "m1"
      Then field 2 of "m1" is LEN
      And "m1" carries
        | message_id | as Alice was told |

    Scenario: The id on the wire is the id in the next causal history
      Given Alice on a channel
      When Alice sends "m1" and "m2"
      Then the causal history of "m2" is "m1"

  @SDS-WIRE-04 @must
  Rule: channel_id is field 3, a string

    Scenario: In a message that is sent
      Given Alice on a channel
      When Alice sends "m1"
      Then field 3 of "m1" is LEN
      And "m1" carries
        | channel_id | first channel |

  @SDS-WIRE-05 @must
  Rule: lamport_timestamp is field 10, a varint with presence of its own

    Scenario: In a message that is sent
      Given Alice on a channel
      When Alice sends "m1"
      Then field 10 of "m1" is VARINT
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

  @SDS-WIRE-07 @must
  Rule: bloom_filter is field 12, bytes

    Scenario: In a message that is sent
      Given Alice on a channel
      When Alice sends "m1"
      Then field 12 of "m1" is LEN

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

    @pair
    Scenario Outline: <what> are sent and delivered as they are
      Given Alice and Bob on a channel
      When Alice sends "m1" with content <content>
      And Bob receives "m1"
      Then field 20 of "m1" is LEN
      And "m1" carries
        | content | as sent |
      And Bob delivered "m1" with its content

      Examples: of every kind, and many
        | what                   | content          |
        | Bytes that are no text | 00ff80fffe0a0d00 |
        | 100,000 bytes          | of 100000 bytes  |

    Scenario: Bytes that are no text are delivered as they came
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | content          |
        | m1      | +1      | 00ff80fffe0a0d00 |
      When Alice receives "m1"
      Then Alice delivered "m1" with its content

  @SDS-WIRE-11 @must @needs-sds.events.delivered
  Rule: Fields may come in any order and unknown ones are skipped

    Scenario Outline: A message with <what>
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after | written |
        | m1      | +10     |       |         |
        | m2      | +20     | m1    | <what>  |
      When Alice receives "m1" and "m2"
      Then Alice delivered "m1" and "m2" with its content

      Examples: of no revision, of a later one, and in another order
        | what                           |
        | unknown fields                 |
        | the fields of a later revision |
        | its fields backwards           |

    Scenario Outline: <bytes> are refused without harm
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | bytes   |
        | broken  |         | <bytes> |
        | m1      | +10     |         |
      When Alice receives "broken"
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
      When each "invalid" vector is given to a participant of its own
      Then each is delivered, absorbed or refused as its vector says
