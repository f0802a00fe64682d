Feature: Mentions
  62/STATUS-PAYLOADS, Mentions: how a text names a user.

  @PAY-MENT-01 @must @needs-payloads.mentions
  Rule: A mention is "@0x" and the public key

    Scenario: Written
      When Bob writes a text that mentions Carol
      Then the text mentions Carol as "@0x" and her key

    Scenario: Read
      When Bob looks for mentions in a text that mentions Carol
      Then he finds Carol

    Scenario: A text without one
      When Bob looks for mentions in a text that mentions nobody
      Then he finds nobody

  @PAY-MENT-02 @must @needs-payloads.mentions
  Rule: Mentions stand in the text of a plain message

    Scenario: In the text
      When Bob looks for mentions in a text that mentions Carol
      Then he finds Carol

    Scenario Outline: <elsewhere>
      When Bob looks for mentions in a message that names Carol <elsewhere>
      Then he finds nobody

      Examples: elsewhere
        | elsewhere                   |
        | in its display_name         |
        | in its ens_name             |
        | in the text of a sticker    |

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
      When Bob looks for mentions in the text "<text>"
      Then he finds <who>

      Examples: several, and one several times
        | text                              | who                    |
        | hi @{Alice} and @{Carol} bye      | Alice and Carol        |
        | hi @{Carol} and @{Alice} bye      | Carol and Alice        |
        | @{Alice} @{Carol} @{Alice}        | Alice, Carol and Alice |

  @PAY-MENT-05 @should @needs-payloads.mentions
  Rule: A user is mentioned by typing a known name

    Scenario: A contact's name becomes the key
      Given Carol is "carol.eth" and Dave is "carol" among Bob's contacts
      When Bob writes a text that mentions "carol.eth"
      Then the text mentions Carol as "@0x" and her key

    Scenario: Another contact whose name begins the same
      Given Carol is "carol.eth" and Dave is "carol" among Bob's contacts
      When Bob writes a text that mentions "carol"
      Then the text mentions Dave as "@0x" and his key

  @PAY-MENT-07 @should @needs-payloads.display
  Rule: A known name is shown for the key

    Scenario: Known
      When Bob shows a text that mentions Carol, known as "carol.eth"
      Then he shows "carol.eth" and not her key

    @needs-payloads.node
    Scenario: What is stored keeps the key
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol with
        | text | hello @{Dave} |
      When Bob shows a text that mentions Dave, known as "dave.eth"
      Then he shows "dave.eth" and not his key
      And Bob sees "m1" with its text
