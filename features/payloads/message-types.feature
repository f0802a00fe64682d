Feature: Message types
  62/STATUS-PAYLOADS, Message types: which kind of chat a message is for. The names decide (AMB-08).

  @PAY-MT @must @needs-payloads.node
  Rule: Each kind of chat has its message type

    Scenario Outline: <id>: sent into <chat>
      Given Bob is in <chat>
      When Bob sends the ChatMessage "m1"
      Then "m1" has
        | message_type | <number> |

      Examples:
        | id        | chat                                 | number |
        | PAY-MT-01 | a chat with Carol                    |      1 |
        | PAY-MT-02 | the public chat "status"             |      2 |
        | PAY-MT-03 | a group                              |      3 |
        | PAY-MT-04 | the channel "general" of a community |      5 |

    Scenario Outline: <id>: received in <chat>
      Given Bob is in <chat>
      When Bob receives the ChatMessage "m1" from Carol with
        | message_type | <number> |
      Then Bob takes it
      And Bob sees "m1"

      Examples:
        | id        | chat                                 | number |
        | PAY-MT-01 | a chat with Carol                    |      1 |
        | PAY-MT-02 | the public chat "status"             |      2 |
        | PAY-MT-03 | a group                              |      3 |
        | PAY-MT-04 | the channel "general" of a community |      5 |

    Scenario Outline: <id>: in <chat> with the type of another kind, <number>
      Given Bob is in <chat>
      When Bob receives the ChatMessage "m1" from Carol with
        | message_type | <number> |
      Then Bob sees nothing

      Examples: neighbours, and the two that the prose exchanges
        | id        | chat                                 | number |
        | PAY-MT-01 | a chat with Carol                    |      2 |
        | PAY-MT-02 | the public chat "status"             |      1 |
        | PAY-MT-03 | a group                              |      4 |
        | PAY-MT-04 | the channel "general" of a community |      4 |

  @PAY-MT-05 @must @needs-payloads.node
  Rule: The two local types stay local

    Scenario Outline: Received with <type>
      Given Bob is in a group
      When Bob receives the ChatMessage "m1" from Mallory with
        | message_type | <type> |
      Then Bob discards it
      And Bob sees nothing

      Examples: what 62 marks as only local, and beyond
        | type                         |
        | SYSTEM_MESSAGE_PRIVATE_GROUP |
        | SYSTEM_MESSAGE_GAP           |

    Scenario: The type between them is received
      Given Bob is in the channel "general" of a community
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it

    Scenario: Neither is sent
      Given Bob is in a group
      When Bob sends the ChatMessage "m1"
      Then nothing but "m1" is sent
      And "m1" has
        | message_type | 3 |

  @PAY-MT-06 @must @needs-payloads.node
  Rule: The type decides where a message goes

    Scenario Outline: From <chat>
      Given Bob is in <chat>
      When Bob sends the ChatMessage "m1"
      Then each ChatMessage has
        | to | <destination> |

      Examples:
        | chat                                 | destination   |
        | a chat with Carol                    | Carol         |
        | the public chat "status"             | everybody     |
        | a group                              | the group     |
        | the channel "general" of a community | the community |

  @PAY-MT-07 @must @needs-payloads.node
  Rule: Without a type a message is for no chat

    Scenario Outline: In <chat>
      Given Bob is in <chat>
      When Bob receives the ChatMessage "m1" from Carol with
        | message_type | absent |
      Then Bob discards it

      Examples:
        | chat                     |
        | a chat with Carol        |
        | the public chat "status" |

    Scenario: With one it is
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it

  @PAY-ENUM-MessageType @must
  Rule: The values of MessageType have their numbers

    Scenario Outline: <id>: <name> is <number>
      When Bob encodes and decodes <name> of MessageType, number <number>
      Then <name> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: MessageType
        | id                      | name                         | number |
        | PAY-ENUM-MessageType-00 | UNKNOWN_MESSAGE_TYPE         |      0 |
        | PAY-ENUM-MessageType-01 | ONE_TO_ONE                   |      1 |
        | PAY-ENUM-MessageType-02 | PUBLIC_GROUP                 |      2 |
        | PAY-ENUM-MessageType-03 | PRIVATE_GROUP                |      3 |
        | PAY-ENUM-MessageType-04 | SYSTEM_MESSAGE_PRIVATE_GROUP |      4 |
        | PAY-ENUM-MessageType-05 | COMMUNITY_CHAT               |      5 |
        | PAY-ENUM-MessageType-06 | SYSTEM_MESSAGE_GAP           |      6 |
