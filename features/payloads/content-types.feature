Feature: Content types
  62/STATUS-PAYLOADS, Content types: what a message carries, and which of it a node has to know.

  @PAY-CT-01 @must @needs-payloads.node
  Rule: Plain text is supported

    Scenario: Sent
      Given Bob is in the public chat "status"
      When Bob sends the ChatMessage "m1" with
        | text | any form of text |
      Then "m1" has
        | content_type | TEXT_PLAIN       |
        | text         | any form of text |

    Scenario: Received
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | text | any form of text |
      Then Bob takes it
      And Bob sees "m1" with
        | content_type | TEXT_PLAIN       |
        | text         | any form of text |

  @PAY-CT @may @needs-payloads.node
  Rule: Other content types are optional: announced, they work; not announced, they do no harm

    Scenario Outline: <id>: <type> is shown as what it is
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | content_type | <type>  |
        | <member>     | <value> |
      Then Bob takes it
      And Bob sees "m1" with
        | content_type | <type> |

      @needs-payloads.content.STICKER
      Examples: stickers
        | id        | type    | member  | value                 |
        | PAY-CT-02 | STICKER | sticker | {"hash":"h","pack":1} |

      @needs-payloads.content.STATUS
      Examples: status
        | id        | type   | member | value |
        | PAY-CT-03 | STATUS | text   | away  |

      @needs-payloads.content.EMOJI
      Examples: emoji
        | id        | type  | member | value |
        | PAY-CT-04 | EMOJI | text   | 😀     |

      @needs-payloads.content.TRANSACTION_COMMAND
      Examples: transactions
        | id        | type                | member | value |
        | PAY-CT-05 | TRANSACTION_COMMAND | text   | sent  |

      @needs-payloads.content.IMAGE
      Examples: images
        | id        | type  | member | value                         |
        | PAY-CT-06 | IMAGE | image  | {"payload":"ff","type":"PNG"} |

      @needs-payloads.content.AUDIO
      Examples: recordings
        | id        | type  | member | value                                              |
        | PAY-CT-07 | AUDIO | audio  | {"payload":"ff","type":"AAC","duration_ms":"1500"} |

      @needs-payloads.content.COMMUNITY
      Examples: communities
        | id        | type      | member    | value         |
        | PAY-CT-08 | COMMUNITY | community | a description |

      @needs-payloads.content.CONTACT_REQUEST
      Examples: contact requests
        | id        | type            | member | value  |
        | PAY-CT-09 | CONTACT_REQUEST | text   | please |

      @needs-payloads.content.DISCORD_MESSAGE
      Examples: Discord messages
        | id        | type            | member          | value                     |
        | PAY-CT-10 | DISCORD_MESSAGE | discord_message | {"id":"1","content":"hi"} |

      @needs-payloads.content.IDENTITY_VERIFICATION
      Examples: identity verification
        | id        | type                  | member | value |
        | PAY-CT-11 | IDENTITY_VERIFICATION | text   | who?  |

    Scenario Outline: <id>: after a message of type <type> plain text is received as before
      Given Bob is in the public chat "status"
      And Bob was handed the ChatMessage "m1" from Carol with
        | content_type | <type>  |
        | <member>     | <value> |
      When Bob receives the ChatMessage "m2" from Carol
      Then Bob takes it

      Examples: whole and with nothing set
        | id        | type                  | member  | value                         |
        | PAY-CT-02 | STICKER               | sticker | {"hash":"h","pack":1}         |
        | PAY-CT-02 | STICKER               | text    | nothing else                  |
        | PAY-CT-03 | STATUS                | text    | away                          |
        | PAY-CT-04 | EMOJI                 | text    | 😀                             |
        | PAY-CT-05 | TRANSACTION_COMMAND   | text    | sent                          |
        | PAY-CT-06 | IMAGE                 | image   | {"payload":"ff","type":"PNG"} |
        | PAY-CT-06 | IMAGE                 | text    | nothing else                  |
        | PAY-CT-07 | AUDIO                 | audio   | {"payload":"ff","type":"AAC"} |
        | PAY-CT-07 | AUDIO                 | text    | nothing else                  |
        | PAY-CT-08 | COMMUNITY             | text    | nothing else                  |
        | PAY-CT-09 | CONTACT_REQUEST       | text    | please                        |
        | PAY-CT-10 | DISCORD_MESSAGE       | text    | nothing else                  |
        | PAY-CT-11 | IDENTITY_VERIFICATION | text    | who?                          |

  @PAY-CT-12 @must @needs-payloads.node
  Rule: The content type says what a message is, not what is set in it

    Scenario: Text that also has a sticker
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | content_type | TEXT_PLAIN            |
        | text         | hello                 |
        | sticker      | {"hash":"h","pack":1} |
      Then Bob takes it
      And Bob sees "m1" with
        | content_type | TEXT_PLAIN |
        | text         | hello      |

  @PAY-ENUM-ChatMessage-ContentType @must
  Rule: The values of ChatMessage.ContentType have their numbers

    Scenario Outline: <id>: <name> is <number>
      When Bob encodes and decodes <name> of ChatMessage.ContentType, number <number>
      Then <name> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: ChatMessage.ContentType
        | id                                  | name                                 | number |
        | PAY-ENUM-ChatMessage-ContentType-00 | UNKNOWN_CONTENT_TYPE                 |      0 |
        | PAY-ENUM-ChatMessage-ContentType-01 | TEXT_PLAIN                           |      1 |
        | PAY-ENUM-ChatMessage-ContentType-02 | STICKER                              |      2 |
        | PAY-ENUM-ChatMessage-ContentType-03 | STATUS                               |      3 |
        | PAY-ENUM-ChatMessage-ContentType-04 | EMOJI                                |      4 |
        | PAY-ENUM-ChatMessage-ContentType-05 | TRANSACTION_COMMAND                  |      5 |
        | PAY-ENUM-ChatMessage-ContentType-06 | SYSTEM_MESSAGE_CONTENT_PRIVATE_GROUP |      6 |
        | PAY-ENUM-ChatMessage-ContentType-07 | IMAGE                                |      7 |
        | PAY-ENUM-ChatMessage-ContentType-08 | AUDIO                                |      8 |
        | PAY-ENUM-ChatMessage-ContentType-09 | COMMUNITY                            |      9 |
        | PAY-ENUM-ChatMessage-ContentType-10 | SYSTEM_MESSAGE_GAP                   |     10 |
        | PAY-ENUM-ChatMessage-ContentType-11 | CONTACT_REQUEST                      |     11 |
        | PAY-ENUM-ChatMessage-ContentType-12 | DISCORD_MESSAGE                      |     12 |
        | PAY-ENUM-ChatMessage-ContentType-13 | IDENTITY_VERIFICATION                |     13 |
        | PAY-ENUM-ChatMessage-ContentType-14 | SYSTEM_MESSAGE_PINNED_MESSAGE        |     14 |
        | PAY-ENUM-ChatMessage-ContentType-15 | SYSTEM_MESSAGE_MUTUAL_EVENT_SENT     |     15 |
        | PAY-ENUM-ChatMessage-ContentType-16 | SYSTEM_MESSAGE_MUTUAL_EVENT_ACCEPTED |     16 |
        | PAY-ENUM-ChatMessage-ContentType-17 | SYSTEM_MESSAGE_MUTUAL_EVENT_REMOVED  |     17 |
