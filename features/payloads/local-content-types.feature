Feature: Local and unknown content types
  62/STATUS-PAYLOADS, Content types: those that stay on the device, and those that nobody knows.

  @PAY-CT-13 @must @needs-payloads.node
  Rule: Local content types are never sent

    Scenario Outline: <type>
      Given Bob is in the public chat "status"
      When Bob sends the ChatMessage "m1" with
        | content_type | <type> |
      Then no <type> is sent

      Examples: what 62 marks as only local
        | type                                 |
        | SYSTEM_MESSAGE_CONTENT_PRIVATE_GROUP |
        | SYSTEM_MESSAGE_GAP                   |
        | SYSTEM_MESSAGE_PINNED_MESSAGE        |
        | SYSTEM_MESSAGE_MUTUAL_EVENT_SENT     |
        | SYSTEM_MESSAGE_MUTUAL_EVENT_ACCEPTED |
        | SYSTEM_MESSAGE_MUTUAL_EVENT_REMOVED  |

    Scenario: Nor beside what a user does
      Given Bob is in the public chat "status"
      And Bob sent the ChatMessage "m1"
      When Bob sends the PinMessage "pin"
      Then nothing but "m1" and "pin" is sent

    Scenario: Plain text is sent
      Given Bob is in the public chat "status"
      When Bob sends the ChatMessage "m1"
      Then "m1" has
        | content_type | TEXT_PLAIN |

  @PAY-CT-14 @should @needs-payloads.node
  Rule: Local content types are not taken from others

    Scenario Outline: <type>
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Mallory with
        | content_type | <type> |
      Then Bob discards it
      And Bob sees nothing

      Examples: what 62 marks as only local
        | type                                 |
        | SYSTEM_MESSAGE_CONTENT_PRIVATE_GROUP |
        | SYSTEM_MESSAGE_GAP                   |
        | SYSTEM_MESSAGE_PINNED_MESSAGE        |
        | SYSTEM_MESSAGE_MUTUAL_EVENT_SENT     |
        | SYSTEM_MESSAGE_MUTUAL_EVENT_ACCEPTED |
        | SYSTEM_MESSAGE_MUTUAL_EVENT_REMOVED  |

    Scenario: Plain text is
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it

    @needs-payloads.content.IDENTITY_VERIFICATION
    Scenario: So is the type just before them
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | content_type | IDENTITY_VERIFICATION |
      Then Bob takes it

  @PAY-CT-15 @must
  Rule: Content types that nobody knows are kept, and do no harm

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples:
        | vector        |
        | enum-unknown  |
        | enum-negative |

    @needs-payloads.node
    Scenario Outline: After a message of type <type> plain text is received as before
      Given Bob is in the public chat "status"
      And Bob was handed the ChatMessage "m1" from Carol with
        | content_type | <type> |
      When Bob receives the ChatMessage "m2" from Carol
      Then Bob takes it

      Examples: unknown, beyond the list, negative, none
        | type |
        |   99 |
        |   18 |
        |   -1 |
        |    0 |

    @needs-payloads.node
    Scenario: A message without a content type is nothing to show
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | content_type | absent |
      Then Bob discards it
