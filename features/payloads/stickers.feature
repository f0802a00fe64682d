Feature: Sticker content type
  62/STATUS-PAYLOADS, Sticker content type.

  @PAY-STK-01 @must
  Rule: A sticker names its pack

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples: a signed number, not zigzag
        | vector              |
        | StickerMessage.pack |
        | int32-ten-bytes     |

    @needs-payloads.node @needs-payloads.content.STICKER
    Scenario: Sent
      Given Bob is in the public chat "status"
      When Bob sends the ChatMessage "m1" with
        | content_type | STICKER               |
        | sticker      | {"hash":"h","pack":7} |
      Then "m1" has
        | sticker | {"hash":"h","pack":7} |

  @PAY-STK-02 @must
  Rule: A sticker has the hash of its pack

    Scenario: As text
      When Bob decodes the vector "StickerMessage.hash"
      Then he reads what was written

    @needs-payloads.node @needs-payloads.content.STICKER
    Scenario Outline: Received with the hash <hash>
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | content_type | STICKER                    |
        | sticker      | {"hash":"<hash>","pack":7} |
      Then Bob <answer> it

      Examples: with, and without
        | hash | answer   |
        | h    | takes    |
        |      | discards |

  @PAY-STK-03 @must
  Rule: Pack and hash are in the sticker

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples: the member 9 of the payload
        | vector                   |
        | ChatMessage.sticker      |
        | ChatMessage/full/sticker |
        | oneof-last-sticker       |

    @needs-payloads.node @needs-payloads.content.STICKER
    Scenario: A message without the sticker is none
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | content_type | STICKER  |
        | text         | h pack 7 |
      Then Bob discards it

  @PAY-FLD-StickerMessage @must
  Rule: The fields of StickerMessage have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "StickerMessage.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: StickerMessage
        | id                        | number | field | label    | type   |
        | PAY-FLD-StickerMessage-01 |      1 | hash  | singular | string |
        | PAY-FLD-StickerMessage-02 |      2 | pack  | singular | int32  |
