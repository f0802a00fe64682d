Feature: Payload wrapper
  62/STATUS-PAYLOADS, Payload wrapper: what every payload travels in.

  @PAY-WRAP-01 @must @needs-payloads.node
  Rule: Every payload leaves the node in one wrapper

    Scenario Outline: A <record> in its wrapper
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol
      When Bob sends the <record> "out"
      Then one wrapper holds "out" as Bob sent it

      Examples: all that a user sends into a chat
        | record        |
        | ChatMessage   |
        | EmojiReaction |
        | PinMessage    |

    Scenario Outline: An act on an own message in its wrapper
      Given Bob is in the public chat "status"
      And Bob sent the ChatMessage "m1"
      When Bob sends the <record> "out"
      Then one wrapper holds "out" as Bob sent it

      Examples: acts that only the author may do
        | record        |
        | EditMessage   |
        | DeleteMessage |

  @PAY-WRAP-02 @must @needs-payloads.wrap
  Rule: The signature is field 4001

    Scenario: Written
      When Bob wraps a payload of 64 bytes for Alice
      Then it has
        | field 4001 | 65 bytes |

    Scenario: Read
      When Bob unwraps a payload of Alice
      Then the author is Alice by her signature

    Scenario Outline: Not read from field <number>
      When Bob unwraps a payload of Alice with
        | signature in field | <number> |
        | delivered by       | Carol    |
      Then the author is Carol by delivery

      Examples: numbers that share bits with 4001
        | number |
        |   8097 |
        |     33 |
        |   4003 |

  @PAY-WRAP-03 @must @needs-payloads.wrap
  Rule: The payload is field 4002

    Scenario: Written
      When Bob wraps a payload of 64 bytes for Alice
      Then it has
        | field 4002 | the payload |

    Scenario: Read
      When Bob unwraps a payload of Alice
      Then what was signed is unchanged

    Scenario: An empty one
      When Bob unwraps a payload of Alice with
        | payload | empty |
      Then the author is Alice by her signature
      And what was signed is unchanged

    Scenario: One that an encoder would write otherwise
      When Bob unwraps a payload of Alice with
        | encoded with | fields out of order |
      Then what was signed is unchanged

    Scenario: Not read from the number beside it
      When Bob unwraps a payload of Alice with
        | payload in field |  4004 |
        | delivered by     | Carol |
      Then that payload is not read

  @PAY-WRAP-07 @must @needs-payloads.node @needs-payloads.relay
  Rule: A signed message is relayed with its bytes unchanged

    Scenario Outline: A payload with <oddity>
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol with
        | encoded with | <oddity> |
      When Bob relays "m1"
      Then what was signed is unchanged
      And it has
        | signer | Carol |

      Examples: what a new encoding would lose
        | oddity                     |
        | an unknown field           |
        | a number in too many bytes |
        | fields out of order        |
        | a default that is written  |

  @PAY-WRAP-08 @must @needs-payloads.node @needs-payloads.relay
  Rule: A message without a signature is not relayed

    Scenario Outline: <signature>
      Given Bob is in a chat with Carol
      And Bob received the ChatMessage "m1" from Carol with
        | signed with | <signature> |
      When Bob relays "m1"
      Then Bob refuses it

      Examples: absent, and empty, which is the same
        | signature          |
        | no signature       |
        | an empty signature |

    Scenario: A signed one is relayed
      Given Bob is in a chat with Carol
      And Bob received the ChatMessage "m1" from Carol
      When Bob relays "m1"
      Then it has
        | signer | Carol |

  @PAY-FLD-StatusProtocolMessage @must
  Rule: The fields of StatusProtocolMessage have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "StatusProtocolMessage.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: StatusProtocolMessage
        | id                                 | number | field     | label    | type  |
        | PAY-FLD-StatusProtocolMessage-4001 |   4001 | signature | singular | bytes |
        | PAY-FLD-StatusProtocolMessage-4002 |   4002 | payload   | singular | bytes |
