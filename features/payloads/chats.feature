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
        | chat                               |
        | the public chat "status"           |
        | a chat with Carol                  |
        | a group                            |
        | the channel "general" of a community |

  @PAY-CHID-02 @must @needs-payloads.node
  Rule: A public chat has its name as id

    Scenario Outline: <name>
      Given Bob is in the public chat "<name>"
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it
      And "m1" is in the chat "<name>" for Bob

      Examples: names that are taken as they are
        | name        |
        | status      |
        | Status-Vac  |

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
      Then Bob does not see "m1" there
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
      Then "m1" is in the chat with Carol for Bob

    Scenario: Delivered by somebody else
      Given Bob is in a chat with Dave
      And Bob is in a chat with Carol
      When Bob receives the ChatMessage "m1" from Carol, delivered by Dave
      Then "m1" is in the chat with Carol for Bob

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
      When Bob receives a private ChatMessage "m1" from Carol
      Then Bob treats it as he says he treats unknown senders

    Scenario: From Carol, whom Bob knows
      Given Bob is in a chat with Carol
      When Bob receives a private ChatMessage "m1" from Carol
      Then Bob takes it

  @PAY-CHID-09 @must @needs-payloads.node
  Rule: A group has the id that its messages carry

    Scenario: Sent
      Given Bob is in a group
      When Bob sends the ChatMessage "m1"
      Then "m1" names the chat it was sent into

    Scenario: Received
      Given Bob is in a group
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it
      And Bob sees "m1"

  @PAY-CHID-10 @must @needs-payloads.node
  Rule: A message to an unknown group is discarded

    Scenario: Nobody told Bob of the group
      Given Bob is in a group
      When Bob receives the ChatMessage "m1" from Mallory with
        | chat_id | a group that nobody knows |
      Then Bob discards it
      And Bob has no other chat

    Scenario: The group that he is in
      Given Bob is in a group
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it

  @PAY-CHID-11 @must @needs-payloads.node
  Rule: A message to a group that the user is not in is discarded

    Scenario: He has not joined
      Given Bob was added to a group and has not joined
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob discards it

    @needs-payloads.groups
    Scenario: He was removed
      Given Bob is in a group of Carol
      And Bob received the group event "out" from Carol with
        | type    | MEMBER_REMOVED |
        | members | {Bob}          |
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob discards it

    @needs-payloads.groups
    Scenario: He is in it
      Given Bob is in a group of Carol
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it

  @PAY-CHID-12 @must @needs-payloads.node
  Rule: A channel has the id that its messages carry

    Scenario: Sent
      Given Bob is in the channel "general" of a community
      When Bob sends the ChatMessage "m1"
      Then "m1" names the chat it was sent into

    Scenario: Received
      Given Bob is in the channel "general" of a community
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it
      And Bob sees "m1"

  @PAY-CHID-13 @must @needs-payloads.node
  Rule: Only known channels of known communities match

    Scenario Outline: <named>
      Given Bob is in the channel "general" of a community
      When Bob receives the ChatMessage "m1" from Carol with
        | chat_id | <named> |
      Then Bob discards it
      And Bob has no other chat

      Examples: another channel, another community
        | named                            |
        | another channel                |
        | the channel of another community |

    Scenario: The channel that he is in
      Given Bob is in the channel "general" of a community
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it

  @PAY-CHID-14 @must @needs-payloads.node
  Rule: The id of a channel is that of its community and its own

    Scenario: Sent
      Given Bob is in the channel "general" of a community
      When Bob sends the ChatMessage "m1"
      Then the chat id of "m1" is that of the community and "general"

    Scenario: In another community
      Given Bob is in the channel "random" of another community
      When Bob sends the ChatMessage "m1"
      Then the chat id of "m1" is that of the community and "random"
