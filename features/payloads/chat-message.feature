Feature: ChatMessage
  62/STATUS-PAYLOADS, ChatMessage: what people say to each other.

  @PAY-CHAT-01 @must
  Rule: The clock is an unsigned 64-bit number

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples: beyond what doubles and signed numbers hold
        | vector       |
        | clock-2^53+1 |
        | clock-2^63   |
        | clock-2^64-1 |

  @PAY-CHAT-02 @must @needs-payloads.node
  Rule: The timestamp decides nothing

    Scenario Outline: A timestamp of <timestamp>
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol with
        | clock | now-2000 |
      When Bob receives the ChatMessage "m2" from Carol with
        | clock     | now-1000    |
        | timestamp | <timestamp> |
      Then Bob takes it
      And Bob sees "m1" and "m2"

      Examples: right, long ago, far ahead
        | timestamp       |
        | now             |
        | now-86400000000 |
        | now+86400000000 |

  @PAY-CHAT-03 @must @needs-payloads.node
  Rule: A reply names the message it replies to

    Scenario: A reply to a message of Carol
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol
      When Bob sends the ChatMessage "m2" with
        | response_to | {m1} |
      Then "m2" has
        | response_to | {m1} |

  @PAY-CHAT-04 @must @needs-payloads.node
  Rule: The chat id is the same for both sides of a group and differs in a private chat

    @pair
    Scenario: A public chat
      Given Alice is in the public chat "status"
      And Bob is in the public chat "status"
      And Alice sent the ChatMessage "m1"
      When Bob receives the ChatMessage "m1"
      Then "m1" is in the chat "status" for Bob
      And "m1" has
        | chat_id | status |

    @pair
    Scenario: A private group
      Given Alice and Bob are in a group
      And Alice sent the ChatMessage "m1"
      When Bob receives the ChatMessage "m1"
      Then Bob sees "m1"
      And "m1" has
        | chat_id | this chat |

    @pair
    Scenario: A private chat
      Given Alice is in a chat with Bob
      And Bob is in a chat with Alice
      And Alice sent the ChatMessage "m1"
      When Bob receives the ChatMessage "m1"
      Then "m1" is in the chat "{Alice}" for Bob
      And "m1" has
        | chat_id | {Bob} |

  @PAY-CHAT-05 @must
  Rule: Of sticker, image, audio, community and Discord message there is one

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples: the last one on the wire
        | vector              |
        | oneof-last-image    |
        | oneof-last-sticker  |
        | oneof-merged        |
        | oneof-cleared       |
        | oneof-empty-bytes   |
        | oneof-empty-message |

  @PAY-CHAT-06 @must @needs-payloads.node
  Rule: What is set is what the content type says

    Scenario Outline: A message of type <type> with <member>
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | content_type | <type>  |
        | <member>     | <value> |
      Then Bob discards it

      Examples: something else is set
        | type            | member  | value                         |
        | STICKER         | image   | {"payload":"ff","type":"PNG"} |
        | IMAGE           | sticker | {"hash":"h","pack":1}         |
        | AUDIO           | image   | {"payload":"ff","type":"PNG"} |
        | COMMUNITY       | sticker | {"hash":"h","pack":1}         |
        | DISCORD_MESSAGE | sticker | {"hash":"h","pack":1}         |

    Scenario Outline: A message of type <type> with what belongs to it
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | content_type | <type>  |
        | <member>     | <value> |
      Then Bob takes it

      @needs-payloads.content.STICKER
      Examples: stickers
        | type    | member  | value                 |
        | STICKER | sticker | {"hash":"h","pack":1} |

      @needs-payloads.content.IMAGE
      Examples: images
        | type  | member | value                         |
        | IMAGE | image  | {"payload":"ff","type":"PNG"} |

    Scenario: A plain one
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it

    @needs-payloads.content.STICKER
    Scenario: A sticker that is sent
      Given Bob is in the public chat "status"
      When Bob sends the ChatMessage "m1" with
        | content_type | STICKER               |
        | sticker      | {"hash":"h","pack":1} |
      Then "m1" has
        | content_type | STICKER |

  @PAY-CHAT-07 @must
  Rule: A display name may be absent

    Scenario: The message is read, and the name is empty
      When Bob decodes a random ChatMessage with
        | display_name | absent |
      Then he reads what was written

    Scenario: Present, it is field 14
      When Bob decodes the vector "ChatMessage.display_name"
      Then he reads what was written

  @PAY-FLD-ChatMessage @must
  Rule: The fields of ChatMessage have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "ChatMessage.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: ChatMessage
        | id                     | number | field                            | label    | type                          |
        | PAY-FLD-ChatMessage-01 |      1 | clock                            | singular | uint64                        |
        | PAY-FLD-ChatMessage-02 |      2 | timestamp                        | singular | uint64                        |
        | PAY-FLD-ChatMessage-03 |      3 | text                             | singular | string                        |
        | PAY-FLD-ChatMessage-04 |      4 | response_to                      | singular | string                        |
        | PAY-FLD-ChatMessage-05 |      5 | ens_name                         | singular | string                        |
        | PAY-FLD-ChatMessage-06 |      6 | chat_id                          | singular | string                        |
        | PAY-FLD-ChatMessage-07 |      7 | message_type                     | singular | MessageType                   |
        | PAY-FLD-ChatMessage-08 |      8 | content_type                     | singular | ChatMessage.ContentType       |
        | PAY-FLD-ChatMessage-09 |      9 | sticker                          | singular | StickerMessage                |
        | PAY-FLD-ChatMessage-10 |     10 | image                            | singular | ImageMessage                  |
        | PAY-FLD-ChatMessage-11 |     11 | audio                            | singular | AudioMessage                  |
        | PAY-FLD-ChatMessage-12 |     12 | community                        | singular | bytes                         |
        | PAY-FLD-ChatMessage-13 |     13 | grant                            | singular | bytes                         |
        | PAY-FLD-ChatMessage-14 |     14 | display_name                     | singular | string                        |
        | PAY-FLD-ChatMessage-15 |     15 | contact_request_propagated_state | singular | ContactRequestPropagatedState |
        | PAY-FLD-ChatMessage-16 |     16 | unfurled_links                   | repeated | UnfurledLink                  |
        | PAY-FLD-ChatMessage-99 |     99 | discord_message                  | singular | DiscordMessage                |
