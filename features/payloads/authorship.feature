Feature: Authorship
  62/STATUS-PAYLOADS, Payload wrapper: whose a payload is, by its signature or without one.

  @PAY-WRAP-04 @must @needs-payloads.wrap
  Rule: What is signed is the digest of exactly the payload

    Scenario: The declared digest of the payload gives the signer
      When Bob wraps a payload of 64 bytes for Alice
      Then it has
        | signer | Alice |

    Scenario: An empty payload is signed too
      When Bob wraps a payload of 0 bytes for Alice
      Then it has
        | signer | Alice |

    Scenario: Nobody else's key is found under the declared digest
      When Bob unwraps a payload of Alice
      Then the author is Alice by her signature

  @PAY-WRAP-05 @must @needs-payloads.node
  Rule: The author's own key signs

    Scenario: In a public chat
      Given Bob is in the public chat "status"
      When Bob sends the ChatMessage "m1"
      Then it has
        | signer | Bob |

    Scenario: In a private chat
      Given Bob is in a chat with Carol
      When Bob sends the ChatMessage "m1"
      Then it has
        | signer | Bob |

  @PAY-WRAP-06 @must @needs-payloads.wrap
  Rule: A message belongs to whoever signed it

    Scenario: Whoever delivers it
      When Bob unwraps a payload of Alice with
        | delivered by | Carol |
      Then the author is Alice by her signature

    Scenario: When nobody is known to deliver it
      When Bob unwraps a payload of Alice
      Then the author is Alice by her signature

    Scenario: Each message anew
      Given Bob unwrapped a payload of Alice
      When Bob unwraps a payload of Carol
      Then the author is Carol by her signature

    Scenario: A changed payload is no longer Alice's
      When Bob unwraps a payload of Alice with
        | changed | after signing |
      Then the author is not Alice

  @PAY-WRAP-09 @must
  Rule: An unsigned message is its deliverer's, and deniable

    @needs-payloads.wrap
    Scenario Outline: With <signature>
      When Bob unwraps a payload of Alice with
        | signed with  | <signature> |
        | delivered by | Carol       |
      Then the author is Carol by delivery

      Examples: absent, and empty, which is the same
        | signature          |
        | no signature       |
        | an empty signature |

    @needs-payloads.wrap
    Scenario: A signed one is not deniable
      When Bob unwraps a payload of Alice with
        | delivered by | Carol |
      Then the author is Alice by her signature

    @needs-payloads.node
    Scenario: It appears in the chat with its deliverer
      Given Bob is in a chat with Carol
      When Bob receives the ChatMessage "m1" from Carol with
        | signed with | no signature |
      Then Bob takes it with
        | deniable | true |
      And Bob sees "m1"

  @PAY-WRAP-10 @must @needs-payloads.wrap
  Rule: A broken signature is an error, not a missing one

    Scenario Outline: <fault>
      When Bob unwraps a payload of Alice with
        | signed with  | <fault> |
        | delivered by | Carol   |
      Then Bob refuses it

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
      When Bob unwraps a payload of Alice with
        | delivered by | Carol |
      Then the author is Alice by her signature

  @PAY-WRAP-11 @may @needs-payloads.wrap
  Rule: A message of nobody has no author

    Scenario: Neither signed nor delivered by anybody
      When Bob unwraps a payload of Alice with
        | signed with | no signature |
      Then there is no author

    Scenario: The same delivered by Carol
      When Bob unwraps a payload of Alice with
        | signed with  | no signature |
        | delivered by | Carol        |
      Then the author is Carol by delivery

  @PAY-WRAP-12 @must @needs-payloads.wrap
  Rule: Only the payload is signed, not what stands beside it

    Scenario Outline: <field> in the wrapper
      When Bob unwraps a payload of Alice with
        | beside | <field> |
      Then the author is Alice by her signature
      And what was signed is unchanged

      Examples: before and after, of several types
        | field                  |
        | an unknown number      |
        | unknown bytes          |
        | unknown bytes in front |
