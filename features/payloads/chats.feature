Feature: Chats
  62/STATUS-PAYLOADS, Chats: to which chat a message belongs.

  @PAY-CHID-01 @must @needs-payloads.node
  Rule: Every message belongs to one chat

    Scenario Outline: In <chat>
      Given Bob is in the public chat "elsewhere"
      And Bob is in <chat>
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it
      And Bob sees "m1" in this chat and in no other

      Examples: one of each kind
        | chat                                 |
        | the public chat "status"             |
        | a chat with Carol                    |
        | a group                              |
        | the channel "general" of a community |

  @PAY-CHID-02 @must @needs-payloads.node
  Rule: A public chat has its name as id

    Scenario Outline: <name>
      Given Bob is in the public chat "<name>"
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it
      And "m1" is in the chat "<name>" for Bob

      Examples: names that are taken as they are
        | name       |
        | status     |
        | Status-Vac |

  @PAY-CHID-03 @should @needs-payloads.node
  Rule: A public message names its chat

    Scenario: Sent
      Given Bob is in the public chat "status"
      When Bob sends the ChatMessage "m1"
      Then "m1" has
        | chat_id | status |

    Scenario: Received with the name of another chat
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | chat_id | vac |
      Then Bob sees nothing
      And Bob has no other chat

    Scenario: Received with its own
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | chat_id | status |
      Then Bob sees "m1"

  @PAY-CHID-04 @must @needs-payloads.node
  Rule: A private chat has the key of the other as id

    Scenario: Bob's chat with Carol
      When Bob is in a chat with Carol
      Then the id of the chat is the key of Carol

    Scenario: Bob's chat with Dave
      When Bob is in a chat with Dave
      Then the id of the chat is the key of Dave

  @PAY-CHID-05 @must @needs-payloads.node
  Rule: A private message names its recipient

    Scenario: Sent to Carol
      Given Bob is in a chat with Carol
      When Bob sends the ChatMessage "m1"
      Then "m1" has
        | chat_id | {Carol} |

  @PAY-CHID-06 @must @needs-payloads.node
  Rule: A received private message belongs to the chat with its signer

    Scenario: Delivered by its signer
      Given Bob is in a chat with Carol
      When Bob receives the ChatMessage "m1" from Carol
      Then "m1" is in the chat "{Carol}" for Bob

    Scenario: Delivered by somebody else
      Given Bob is in a chat with Dave
      And Bob is in a chat with Carol
      When Bob receives the ChatMessage "m1" from Carol with
        | delivered by | Dave |
      Then "m1" is in the chat "{Carol}" for Bob

  @PAY-CHID-07 @must @needs-payloads.node
  Rule: The chat id that a private message came with has no influence

    Scenario Outline: A chat id of <named>
      Given Bob is in a chat with Dave
      And Bob is in the public chat "status"
      And Bob is in a chat with Carol
      When Bob receives the ChatMessage "m1" from Carol with
        | chat_id | <named> |
      Then Bob takes it
      And Bob sees "m1" in this chat and in no other

      Examples: the receiver, the sender, others
        | named   |
        | {Bob}   |
        | {Carol} |
        | {Dave}  |
        | status  |
        | absent  |

  @PAY-CHID-08 @may @needs-payloads.node
  Rule: A first message from an unknown user makes a chat or is discarded, as the client says

    Scenario: From Carol, whom Bob does not know
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | message_type | ONE_TO_ONE |
        | chat_id      | {Bob}      |
      Then Bob treats it as his setting "unknownSender" says

    Scenario: From Carol, whom Bob knows
      Given Bob is in a chat with Carol
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it
