Feature: PinMessage
  62/STATUS-PAYLOADS, PinMessage.

  @PAY-PIN-01 @must @needs-payloads.node
  Rule: A message is pinned, and with nothing set no longer

    Scenario: Pinned
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol
      When Bob receives the PinMessage "pin" from Carol
      Then Bob sees "m1" with
        | pinned | true |

    Scenario Outline: Then received without pinned, at <clock>
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol
      And Bob received the PinMessage "pin" from Carol
      When Bob receives the PinMessage "unpin" from Carol with
        | pinned | absent  |
        | clock  | <clock> |
      Then Bob sees "m1" with
        | pinned | <pinned> |

      Examples: later, and earlier
        | clock    | pinned |
        | now+1    | false  |
        | now-1000 | true   |

    Scenario: A clock that is far ahead does not spoil the chat
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol
      And Bob was handed the PinMessage "pin" from Mallory with
        | clock | 18446744073709551615 |
      When Bob sends the ChatMessage "m2"
      Then "m2" has
        | clock | now+1 |

  @PAY-FLD-PinMessage @must
  Rule: The fields of PinMessage have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "PinMessage.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: PinMessage
        | id                    | number | field        | label    | type        |
        | PAY-FLD-PinMessage-01 |      1 | clock        | singular | uint64      |
        | PAY-FLD-PinMessage-02 |      2 | message_id   | singular | string      |
        | PAY-FLD-PinMessage-03 |      3 | chat_id      | singular | string      |
        | PAY-FLD-PinMessage-04 |      4 | pinned       | singular | bool        |
        | PAY-FLD-PinMessage-05 |      5 | message_type | singular | MessageType |
