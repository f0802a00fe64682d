Feature: EditMessage
  62/STATUS-PAYLOADS, EditMessage.

  @PAY-EDIT-01 @must @needs-payloads.node
  Rule: An edit replaces what a message says, and not its place

    Scenario: The text
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol with
        | clock | now-2000 |
      And Bob received the ChatMessage "m2" from Carol with
        | clock | now-1000 |
      When Bob receives the EditMessage "e1" from Carol with
        | message_id | {m1} |
        | text       | new  |
      Then Bob sees "m1" and "m2"
      And Bob sees "m1" with
        | text | new |

    Scenario: Of two edits the later one
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol with
        | clock | now-2000 |
      And Bob received the EditMessage "e2" from Carol with
        | clock | now  |
        | text  | last |
      When Bob receives the EditMessage "e1" from Carol with
        | clock | now-1000 |
        | text  | first    |
      Then Bob sees "m1" with
        | text | last |

  @PAY-EDIT-02 @may @needs-payloads.node
  Rule: Only its author edits a message

    Scenario Outline: An edit of <who>
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol with
        | text | old |
      When Bob receives the EditMessage "e1" from <who> with
        | delivered by | Carol |
        | clock        | now+1 |
        | text         | new   |
      Then Bob sees "m1" with
        | text | <text> |

      Examples:
        | who     | text |
        | Carol   | new  |
        | Mallory | old  |

  @PAY-FLD-EditMessage @must
  Rule: The fields of EditMessage have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "EditMessage.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: EditMessage
        | id                     | number | field          | label    | type                    |
        | PAY-FLD-EditMessage-01 |      1 | clock          | singular | uint64                  |
        | PAY-FLD-EditMessage-02 |      2 | text           | singular | string                  |
        | PAY-FLD-EditMessage-03 |      3 | chat_id        | singular | string                  |
        | PAY-FLD-EditMessage-04 |      4 | message_id     | singular | string                  |
        | PAY-FLD-EditMessage-05 |      5 | grant          | singular | bytes                   |
        | PAY-FLD-EditMessage-06 |      6 | message_type   | singular | MessageType             |
        | PAY-FLD-EditMessage-07 |      7 | content_type   | singular | ChatMessage.ContentType |
        | PAY-FLD-EditMessage-08 |      8 | unfurled_links | repeated | UnfurledLink            |
