Feature: DeleteMessage
  62/STATUS-PAYLOADS, DeleteMessage.

  @PAY-DEL-01 @must @needs-payloads.node
  Rule: A deleted message is gone

    Scenario: And no other
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol with
        | clock | now-2000 |
      And Bob received the ChatMessage "m2" from Carol with
        | clock | now-1000 |
      When Bob receives the DeleteMessage "d1" from Carol with
        | message_id | {m1} |
      Then Bob sees "m2"

    @pair
    Scenario: Also where the deletion comes first
      Given Alice is in the public chat "status"
      And Bob is in the public chat "status"
      And Alice received the ChatMessage "m1" from Carol
      And Bob was handed the DeleteMessage "d1" from Carol with
        | message_id | {m1}  |
        | clock      | now+1 |
      And Bob received the ChatMessage "m2" from Carol
      When Bob receives the ChatMessage "m1"
      Then Bob sees "m2"

  @PAY-DEL-02 @must @needs-payloads.node
  Rule: A deletion names the user who deletes

    Scenario: Bob
      Given Bob is in the public chat "status"
      And Bob sent the ChatMessage "m1"
      When Bob sends the DeleteMessage "d1"
      Then "d1" has
        | deleted_by | {Bob} |
        | message_id | {m1}  |

  @PAY-FLD-DeleteMessage @must
  Rule: The fields of DeleteMessage have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "DeleteMessage.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: DeleteMessage
        | id                       | number | field        | label    | type        |
        | PAY-FLD-DeleteMessage-01 |      1 | clock        | singular | uint64      |
        | PAY-FLD-DeleteMessage-02 |      2 | chat_id      | singular | string      |
        | PAY-FLD-DeleteMessage-03 |      3 | message_id   | singular | string      |
        | PAY-FLD-DeleteMessage-04 |      4 | grant        | singular | bytes       |
        | PAY-FLD-DeleteMessage-05 |      5 | message_type | singular | MessageType |
        | PAY-FLD-DeleteMessage-06 |      6 | deleted_by   | singular | string      |
