Feature: EmojiReaction
  62/STATUS-PAYLOADS, EmojiReaction.

  @PAY-EMO @must @needs-payloads.node
  Rule: A reaction specifies clock, chat_id, message_id, type and message_type

    Scenario Outline: <id>: sent with its <field>
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol
      When Bob sends the EmojiReaction "love"
      Then "love" has
        | <field> | <value> |

      Examples:
        | id         | field        | value        |
        | PAY-EMO-01 | clock        | now+1        |
        | PAY-EMO-02 | chat_id      | status       |
        | PAY-EMO-03 | message_id   | {m1}         |
        | PAY-EMO-04 | type         | LOVE         |
        | PAY-EMO-05 | message_type | PUBLIC_GROUP |

    Scenario Outline: <id>: received without its <field>
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol
      When Bob receives the EmojiReaction "love" from Carol with
        | <field> | absent |
      Then Bob discards it

      Examples:
        | id         | field        |
        | PAY-EMO-01 | clock        |
        | PAY-EMO-02 | chat_id      |
        | PAY-EMO-03 | message_id   |
        | PAY-EMO-04 | type         |
        | PAY-EMO-05 | message_type |

    Scenario Outline: <id>: received in the private chat without its <field>
      Given Bob is in a chat with Carol
      And Bob received the ChatMessage "m1" from Carol
      When Bob receives the EmojiReaction "love" from Carol with
        | <field> | absent |
      Then Bob discards it

      Examples: where the signer alone says which chat it is
        | id         | field   |
        | PAY-EMO-02 | chat_id |

    Scenario Outline: <id>: received with all of them
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol
      When Bob receives the EmojiReaction "love" from Carol
      Then Bob takes it
      And Bob sees "m1" with
        | reactions | LOVE of Carol |

      Examples:
        | id         |
        | PAY-EMO-01 |
        | PAY-EMO-02 |
        | PAY-EMO-03 |
        | PAY-EMO-04 |
        | PAY-EMO-05 |

  @PAY-EMO-06 @must @needs-payloads.node
  Rule: A retraction withdraws the reaction of the same user, message and type

    Scenario: Withdrawn
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol
      And Bob received the EmojiReaction "love" from Carol
      When Bob receives the EmojiReaction "no love" from Carol with
        | clock     | now+1 |
        | retracted | true  |
      Then Bob sees "m1" with
        | reactions | none |

    Scenario Outline: Another <what> stays
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol
      And Bob received the EmojiReaction "love" from Carol
      When Bob receives the EmojiReaction "other" from <who> with
        | clock     | <clock> |
        | type      | <type>  |
        | retracted | true    |
      Then Bob sees "m1" with
        | reactions | LOVE of Carol |

      Examples: another user, another type, an older clock
        | what  | who   | clock | type |
        | user  | Dave  | now+1 | LOVE |
        | type  | Carol | now+1 | SAD  |
        | clock | Carol | now-1 | LOVE |

  @PAY-EMO-07 @must @needs-payloads.node
  Rule: The message type of a reaction is that of the chat

    Scenario Outline: In <chat>
      Given Bob is in <chat>
      And Bob received the ChatMessage "m1" from Carol
      When Bob sends the EmojiReaction "sad" with
        | type | SAD |
      Then "sad" has
        | message_type | <number> |

      Examples:
        | chat                     | number |
        | the public chat "status" |      2 |
        | a chat with Carol        |      1 |
        | a group                  |      3 |

  @PAY-FLD-EmojiReaction @must
  Rule: The fields of EmojiReaction have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "EmojiReaction.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: EmojiReaction
        | id                       | number | field        | label    | type               |
        | PAY-FLD-EmojiReaction-01 |      1 | clock        | singular | uint64             |
        | PAY-FLD-EmojiReaction-02 |      2 | chat_id      | singular | string             |
        | PAY-FLD-EmojiReaction-03 |      3 | message_id   | singular | string             |
        | PAY-FLD-EmojiReaction-04 |      4 | message_type | singular | MessageType        |
        | PAY-FLD-EmojiReaction-05 |      5 | type         | singular | EmojiReaction.Type |
        | PAY-FLD-EmojiReaction-06 |      6 | retracted    | singular | bool               |

  @PAY-ENUM-EmojiReaction-Type @must
  Rule: The values of EmojiReaction.Type have their numbers

    Scenario Outline: <id>: <name> is <number>
      When Bob encodes and decodes <name> of EmojiReaction.Type, number <number>
      Then <name> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: EmojiReaction.Type
        | id                             | name                        | number |
        | PAY-ENUM-EmojiReaction-Type-00 | UNKNOWN_EMOJI_REACTION_TYPE |      0 |
        | PAY-ENUM-EmojiReaction-Type-01 | LOVE                        |      1 |
        | PAY-ENUM-EmojiReaction-Type-02 | THUMBS_UP                   |      2 |
        | PAY-ENUM-EmojiReaction-Type-03 | THUMBS_DOWN                 |      3 |
        | PAY-ENUM-EmojiReaction-Type-04 | LAUGH                       |      4 |
        | PAY-ENUM-EmojiReaction-Type-05 | SAD                         |      5 |
        | PAY-ENUM-EmojiReaction-Type-06 | ANGRY                       |      6 |
