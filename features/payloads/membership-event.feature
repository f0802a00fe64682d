Feature: MembershipUpdateEvent
  62/STATUS-PAYLOADS, MembershipUpdateEvent: one event of a private group, and who signed it.
  What is signed of an event is the declared reading (AMB-19).

  @PAY-MEM-02 @must @needs-payloads.membership
  Rule: An event is 65 bytes of signature and the encoded event

    Scenario: Written
      When Bob signs a membership event for Alice
      Then it has
        | signer | Alice |
      And what was signed is unchanged

    Scenario: Read
      When Bob opens a membership event of Alice
      Then the author is Alice by her signature
      And what was signed is unchanged

    Scenario Outline: <element>
      When Bob opens a membership event of Alice with
        | cut to | <length> |
      Then Bob refuses it

      Examples: too short to hold both
        | element                      | length        |
        | an element of nothing        | nothing       |
        | an element of 64 bytes       |      64 bytes |
        | a signature without an event | its signature |

  @PAY-MEM-03 @may @needs-payloads.membership
  Rule: An event counts in its own group only

    Scenario: In another group
      When Bob opens a membership event of Alice with
        | opened in | another group |
      Then the author is not Alice

    Scenario: In its own
      When Bob opens a membership event of Alice
      Then the author is Alice by her signature

  @PAY-MEM-04 @must @needs-payloads.membership
  Rule: An event is verified as it was received

    Scenario Outline: An event with <oddity>
      When Bob opens a membership event of Alice with
        | encoded with | <oddity> |
      Then the author is Alice by her signature
      And what was signed is unchanged

      Examples: what a new encoding would lose
        | oddity                     |
        | an unknown field           |
        | fields out of order        |
        | a number in too many bytes |
        | a default that is written  |

    Scenario: A changed one is not hers
      When Bob opens a membership event of Alice with
        | added | a field, after signing |
      Then the author is not Alice

  @PAY-MEM-06 @must @needs-payloads.membership
  Rule: The members of an event are public keys, in their order

    Scenario: Written
      When Bob signs a membership event for Alice
      Then it has
        | members | Carol, Bob |

    Scenario: Read
      When Bob opens a membership event of Alice
      Then it has
        | members | Carol, Bob |

  @PAY-FLD-MembershipUpdateEvent @must
  Rule: The fields of MembershipUpdateEvent have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "MembershipUpdateEvent.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: MembershipUpdateEvent
        | id                               | number | field   | label    | type                            |
        | PAY-FLD-MembershipUpdateEvent-01 |      1 | clock   | singular | uint64                          |
        | PAY-FLD-MembershipUpdateEvent-02 |      2 | members | repeated | string                          |
        | PAY-FLD-MembershipUpdateEvent-03 |      3 | name    | singular | string                          |
        | PAY-FLD-MembershipUpdateEvent-04 |      4 | type    | singular | MembershipUpdateEvent.EventType |
        | PAY-FLD-MembershipUpdateEvent-05 |      5 | color   | singular | string                          |
        | PAY-FLD-MembershipUpdateEvent-06 |      6 | image   | singular | bytes                           |

  @PAY-ENUM-MembershipUpdateEvent-EventType @must
  Rule: The values of MembershipUpdateEvent.EventType have their numbers

    Scenario Outline: <id>: <name> is <number>
      When Bob encodes and decodes <name> of MembershipUpdateEvent.EventType, number <number>
      Then <name> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: MembershipUpdateEvent.EventType
        | id                                          | name           | number |
        | PAY-ENUM-MembershipUpdateEvent-EventType-00 | UNKNOWN        |      0 |
        | PAY-ENUM-MembershipUpdateEvent-EventType-01 | CHAT_CREATED   |      1 |
        | PAY-ENUM-MembershipUpdateEvent-EventType-02 | NAME_CHANGED   |      2 |
        | PAY-ENUM-MembershipUpdateEvent-EventType-03 | MEMBERS_ADDED  |      3 |
        | PAY-ENUM-MembershipUpdateEvent-EventType-04 | MEMBER_JOINED  |      4 |
        | PAY-ENUM-MembershipUpdateEvent-EventType-05 | MEMBER_REMOVED |      5 |
        | PAY-ENUM-MembershipUpdateEvent-EventType-06 | ADMINS_ADDED   |      6 |
        | PAY-ENUM-MembershipUpdateEvent-EventType-07 | ADMIN_REMOVED  |      7 |
        | PAY-ENUM-MembershipUpdateEvent-EventType-08 | COLOR_CHANGED  |      8 |
        | PAY-ENUM-MembershipUpdateEvent-EventType-09 | IMAGE_CHANGED  |      9 |
