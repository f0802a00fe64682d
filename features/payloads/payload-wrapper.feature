Feature: Payload wrapper
  62/STATUS-PAYLOADS, Payload wrapper: what every payload travels in, and whose it is.

  @PAY-WRAP-01 @must @needs-payloads.node
  Rule: Every payload leaves the node in one wrapper

    Scenario Outline: A <record> in its wrapper
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol
      When Bob sends the <record> "out"
      Then "out" travels in one wrapper
      And "out" holds what Bob sent

      Examples: all that a user sends into a chat
        | record        |
        | ChatMessage   |
        | EmojiReaction |
        | PinMessage    |

    Scenario Outline: An act on an own message in its wrapper
      Given Bob is in the public chat "status"
      And Bob sent the ChatMessage "m1"
      When Bob sends the <record> "out"
      Then "out" travels in one wrapper
      And "out" holds what Bob sent

      Examples: acts that only the author may do
        | record        |
        | EditMessage   |
        | DeleteMessage |

  @PAY-WRAP-02 @must @needs-payloads.wrap
  Rule: The signature is field 4001

    Scenario: Written
      When Bob wraps a payload for Alice
      Then field 4001 of the wrapper holds 65 bytes

    Scenario: Read
      When Bob unwraps a payload of Alice
      Then the author is Alice by her signature

    Scenario Outline: Not read from field <number>
      When Bob unwraps a payload of Alice with the signature in field <number>, delivered by Carol
      Then the author is Carol by delivery

      Examples: numbers that share bits with 4001
        | number |
        | 8097   |
        | 33     |
        | 4003   |

  @PAY-WRAP-03 @must @needs-payloads.wrap
  Rule: The payload is field 4002

    Scenario: Written
      When Bob wraps a payload for Alice
      Then field 4002 of the wrapper holds the payload

    Scenario: Read
      When Bob unwraps a payload of Alice
      Then the payload is as it was signed

    Scenario: An empty one
      When Bob unwraps an empty payload of Alice
      Then the author is Alice by her signature
      And the payload is as it was signed

    Scenario: One that an encoder would write otherwise
      When Bob unwraps a payload of Alice with fields out of order
      Then the payload is as it was signed

    Scenario: Not read from the number beside it
      When Bob unwraps a payload of Alice with the payload in field 4004, delivered by Carol
      Then that payload is not read

  @PAY-WRAP-04 @must @needs-payloads.wrap
  Rule: What is signed is the digest of exactly the payload

    Scenario: The declared digest of the payload gives the signer
      When Bob wraps a payload for Alice
      Then the wrapper is signed by Alice

    Scenario: An empty payload is signed too
      When Bob wraps an empty payload for Alice
      Then the wrapper is signed by Alice

    Scenario: Nobody else's key is found under the declared digest
      When Bob unwraps a payload of Alice
      Then the author is Alice by her signature

  @PAY-WRAP-05 @must @needs-payloads.node
  Rule: The author's own key signs

    Scenario: In a public chat
      Given Bob is in the public chat "status"
      When Bob sends the ChatMessage "m1"
      Then "m1" is signed by Bob

    Scenario: In a private chat
      Given Bob is in a chat with Carol
      When Bob sends the ChatMessage "m1"
      Then "m1" is signed by Bob

  @PAY-WRAP-06 @must @needs-payloads.wrap
  Rule: A message belongs to whoever signed it

    Scenario: Whoever delivers it
      When Bob unwraps a payload of Alice, delivered by Carol
      Then the author is Alice by her signature

    Scenario: When nobody is known to deliver it
      When Bob unwraps a payload of Alice
      Then the author is Alice by her signature

    Scenario: Each message anew
      Given Bob unwrapped a payload of Alice
      When Bob unwraps a payload of Carol
      Then the author is Carol by her signature

    Scenario: A changed payload is no longer Alice's
      When Bob unwraps a payload of Alice that was changed after signing
      Then the author is not Alice

  @PAY-WRAP-07 @must @needs-payloads.node @needs-payloads.relay
  Rule: A signed message is relayed with its bytes unchanged

    Scenario Outline: A payload with <oddity>
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol, encoded with <oddity>
      When Bob relays "m1"
      Then the relayed payload is that of "m1"
      And the relayed wrapper is signed by Carol

      Examples: what a new encoding would lose
        | oddity                       |
        | an unknown field             |
        | a number in too many bytes   |
        | fields out of order          |
        | a default that is written    |

  @PAY-WRAP-08 @must @needs-payloads.node @needs-payloads.relay
  Rule: A message without a signature is not relayed

    Scenario Outline: <signature>
      Given Bob is in a chat with Carol
      And Bob received the ChatMessage "m1" from Carol, with <signature>
      When Bob relays "m1"
      Then Bob refuses to relay it

      Examples: absent, and empty, which is the same
        | signature          |
        | no signature       |
        | an empty signature |

    Scenario: A signed one is relayed
      Given Bob is in a chat with Carol
      And Bob received the ChatMessage "m1" from Carol
      When Bob relays "m1"
      Then the relayed wrapper is signed by Carol

  @PAY-WRAP-09 @must
  Rule: An unsigned message is its deliverer's, and deniable

    @needs-payloads.wrap
    Scenario Outline: With <signature>
      When Bob unwraps a payload of Alice with <signature>, delivered by Carol
      Then the author is Carol by delivery

      Examples: absent, and empty, which is the same
        | signature          |
        | no signature       |
        | an empty signature |

    @needs-payloads.wrap
    Scenario: A signed one is not deniable
      When Bob unwraps a payload of Alice, delivered by Carol
      Then the author is Alice by her signature

    @needs-payloads.node
    Scenario: It appears in the chat with its deliverer
      Given Bob is in a chat with Carol
      When Bob receives the ChatMessage "m1" from Carol, with no signature
      Then Bob takes it as deniable
      And Bob sees "m1"

  @PAY-WRAP-10 @must @needs-payloads.wrap
  Rule: A broken signature is an error, not a missing one

    Scenario Outline: <fault>
      When Bob unwraps a payload of Alice with <fault>, delivered by Carol
      Then Bob refuses the wrapper

      Examples: lengths and encodings
        | fault                   |
        | a signature of 64 bytes |
        | a signature of 66 bytes |
        | a signature in DER      |

      Examples: values that no key makes
        | fault                     |
        | recovery id 27            |
        | recovery id 4             |
        | r of zero                 |
        | s of zero                 |
        | r of the curve's order    |
        | a signature of zeros only |

    Scenario: A whole one is none
      When Bob unwraps a payload of Alice, delivered by Carol
      Then the author is Alice by her signature

  @PAY-WRAP-11 @may @needs-payloads.wrap
  Rule: A message of nobody has no author

    Scenario: Neither signed nor delivered by anybody
      When Bob unwraps a payload of Alice with no signature
      Then there is no author

    Scenario: The same delivered by Carol
      When Bob unwraps a payload of Alice with no signature, delivered by Carol
      Then the author is Carol by delivery

  @PAY-WRAP-12 @must @needs-payloads.wrap
  Rule: Only the payload is signed, not what stands beside it

    Scenario Outline: <field> in the wrapper
      When Bob unwraps a payload of Alice with <field> in the wrapper
      Then the author is Alice by her signature
      And the payload is as it was signed

      Examples: before and after, of several types
        | field                    |
        | an unknown number        |
        | unknown bytes            |
        | unknown bytes in front   |

  @PAY-FLD-StatusProtocolMessage @must
  Rule: The fields of StatusProtocolMessage have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes a StatusProtocolMessage with only <field>, number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number>
      And it is not read from the numbers beside it

      Examples: StatusProtocolMessage
        | id                                 | number | field     | label    | type  |
        | PAY-FLD-StatusProtocolMessage-4001 | 4001   | signature | singular | bytes |
        | PAY-FLD-StatusProtocolMessage-4002 | 4002   | payload   | singular | bytes |
