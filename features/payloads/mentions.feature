Feature: Mentions
  62/STATUS-PAYLOADS, Mentions: how a text names a user.

  @PAY-MENT-01 @must @needs-payloads.mentions
  Rule: A mention is "@0x" and the public key

    Scenario: Written
      When Bob writes a text that mentions Carol
      Then it has
        | text | hello @{Carol} how are you? |

    Scenario Outline: <text>
      When Bob looks for mentions in a ChatMessage with
        | text | <words> |
      Then he finds <who>

      Examples: one, and none
        | text               | words                                       | who    |
        | Read               | hello @{Carol} how are you?                 | Carol  |
        | A text without one | hello, write to bob@example.org, @0x or @04 | nobody |

  @PAY-MENT-02 @must @needs-payloads.mentions
  Rule: Mentions stand in the text of a plain message

    Scenario Outline: <where>
      When Bob looks for mentions in a ChatMessage with
        | content_type | <type>         |
        | <field>      | hello @{Carol} |
      Then he finds <who>

      Examples: there
        | where       | type       | field | who   |
        | In the text | TEXT_PLAIN | text  | Carol |

      Examples: elsewhere
        | where                    | type       | field        | who    |
        | in its display_name      | TEXT_PLAIN | display_name | nobody |
        | in its ens_name          | TEXT_PLAIN | ens_name     | nobody |
        | in the text of a sticker | STICKER    | text         | nobody |

    @needs-payloads.node
    Scenario: A sent one is plain text
      Given Bob is in the public chat "status"
      When Bob sends the ChatMessage "m1" with
        | text | hello @{Carol} |
      Then "m1" has
        | content_type | TEXT_PLAIN     |
        | text         | hello @{Carol} |

  @PAY-MENT-03 @may @needs-payloads.mentions
  Rule: A text may mention several users

    Scenario Outline: <text>
      When Bob looks for mentions in a ChatMessage with
        | text | <text> |
      Then he finds <who>

      Examples: several, and one several times
        | text                         | who                    |
        | hi @{Alice} and @{Carol} bye | Alice and Carol        |
        | hi @{Carol} and @{Alice} bye | Carol and Alice        |
        | @{Alice} @{Carol} @{Alice}   | Alice, Carol and Alice |

  @PAY-MENT-05 @should @needs-payloads.mentions
  Rule: A user is mentioned by typing a known name

    Scenario: A contact's name becomes the key
      Given the name "carol.eth" belongs to Carol
      And the name "carol" belongs to Dave
      When Bob writes a text that mentions "carol.eth"
      Then it has
        | text | hello @{Carol} how are you? |

    Scenario: Another contact whose name begins the same
      Given the name "carol.eth" belongs to Carol
      And the name "carol" belongs to Dave
      When Bob writes a text that mentions "carol"
      Then it has
        | text | hello @{Dave} how are you? |

  @PAY-MENT-07 @should @needs-payloads.display
  Rule: A known name is shown for the key

    Scenario: Known
      Given the name "carol.eth" belongs to Carol
      When Bob shows a text that mentions Carol
      Then he shows "carol.eth" and no key

    @needs-payloads.node
    Scenario: What is stored keeps the key
      Given the name "dave.eth" belongs to Dave
      And Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol with
        | text | hello @{Dave} |
      When Bob shows a text that mentions Dave
      Then he shows "dave.eth" and no key
      And Bob sees "m1" with
        | text | hello @{Dave} |
