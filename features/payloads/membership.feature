Feature: MembershipUpdateMessage and MembershipUpdateEvent
  62/STATUS-PAYLOADS, MembershipUpdateMessage and MembershipUpdateEvent: who is in a private group.
  What is signed of an event is the declared reading (AMB-19).

  @PAY-MEM-01 @must
  Rule: The message names its group

    Scenario: Field 1
      When Bob decodes the vector "MembershipUpdateMessage.chat_id"
      Then he reads what it says

    @needs-payloads.node @needs-payloads.groups
    Scenario: Its events are for that group
      Given Bob is in a group of Carol
      When Bob receives the group event "e1" from Carol with
        | type | NAME_CHANGED |
        | name | ours         |
      Then the group is called "ours" for Bob

  @PAY-MEM-02 @must @needs-payloads.membership
  Rule: An event is 65 bytes of signature and the encoded event

    Scenario: Written
      When Bob signs a membership event for Alice
      Then the element is her signature and the event

    Scenario: Read
      When Bob opens a membership event of Alice
      Then its author is Alice
      And the event is as it was signed

    Scenario Outline: <element>
      When Bob opens <element>
      Then Bob refuses the element

      Examples: too short to hold both
        | element                          |
        | an element of nothing            |
        | an element of 64 bytes           |
        | a signature without an event     |

  @PAY-MEM-03 @may @needs-payloads.membership
  Rule: An event counts in its own group only

    Scenario: In another group
      When Bob opens a membership event of Alice in another group
      Then its author is not Alice

    Scenario: In its own
      When Bob opens a membership event of Alice
      Then its author is Alice

  @PAY-MEM-04 @must @needs-payloads.membership
  Rule: An event is verified as it was received

    Scenario Outline: An event with <oddity>
      When Bob opens a membership event of Alice with <oddity>
      Then its author is Alice
      And the event is as it was signed

      Examples: what a new encoding would lose
        | oddity                     |
        | an unknown field           |
        | fields out of order        |
        | a number in too many bytes |
        | a default that is written  |

    Scenario: A changed one is not hers
      When Bob opens a membership event of Alice with a field added after signing
      Then its author is not Alice

  @PAY-MEM-05 @must @needs-payloads.node @needs-payloads.groups
  Rule: Unknown events change nothing and hinder no other

    Scenario Outline: An event of type <type>
      Given Bob is in a group of Carol
      When Bob receives the group event "e1" from Carol with
        | type  | <type> |
        | name  | evil   |
        | color | red    |
      Then the group is called "the group of Carol" for Bob
      And its colour is "blue" for Bob

      Examples: none, and beyond the list
        | type    |
        | UNKNOWN |
        | 42      |

    Scenario: The one after it is applied
      Given Bob is in a group of Carol
      When Bob receives the group event "e1" from Carol with the series
        | clock | type         | name |
        | now   | 42           | evil |
        | now+1 | NAME_CHANGED | ours |
      Then the group is called "ours" for Bob

    Scenario: Added is not joined
      Given Bob is in a group of Carol
      When Bob receives the group event "e1" from Carol with
        | type    | MEMBERS_ADDED |
        | members | {Dave}        |
      Then Bob, Carol and Dave are in the group for Bob

    Scenario: Removed is gone
      Given Bob is in a group of Carol
      And Bob received the group event "e1" from Carol with
        | type    | MEMBERS_ADDED |
        | members | {Dave}        |
      When Bob receives the group event "e2" from Carol with
        | clock   | now+1          |
        | type    | MEMBER_REMOVED |
        | members | {Dave}         |
      Then Bob and Carol are in the group for Bob

  @PAY-MEM-06 @must @needs-payloads.membership
  Rule: The members of an event are public keys, in their order

    Scenario: Written
      When Bob signs a membership event for Alice
      Then its members are Carol and Bob, in this order

    Scenario: Read
      When Bob opens a membership event of Alice
      Then its members are Carol and Bob, in this order

  @PAY-MEM-07 @must @needs-payloads.node @needs-payloads.groups
  Rule: A name counts in CHAT_CREATED and NAME_CHANGED only

    Scenario: Created
      Given Bob is in a group of Carol
      Then the group is called "the group of Carol" for Bob

    Scenario Outline: <type>
      Given Bob is in a group of Carol
      When Bob receives the group event "e1" from Carol with
        | type    | <type> |
        | name    | other  |
        | members | {Dave} |
      Then the group is called "<name>" for Bob

      Examples: where it counts, and where it does not
        | type          | name               |
        | NAME_CHANGED  | other              |
        | MEMBERS_ADDED | the group of Carol |
        | COLOR_CHANGED | the group of Carol |

  @PAY-MEM-08 @must @needs-payloads.node @needs-payloads.groups
  Rule: A colour counts in CHAT_CREATED and COLOR_CHANGED only

    Scenario: Created
      Given Bob is in a group of Carol
      Then its colour is "blue" for Bob

    Scenario Outline: <type>
      Given Bob is in a group of Carol
      When Bob receives the group event "e1" from Carol with
        | type    | <type> |
        | color   | green  |
        | members | {Dave} |
      Then its colour is "<color>" for Bob

      Examples: where it counts, and where it does not
        | type          | color |
        | COLOR_CHANGED | green |
        | NAME_CHANGED  | blue  |
        | MEMBERS_ADDED | blue  |

  @PAY-MEM-09 @must
  Rule: With the events comes a message, a reaction, or nothing

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what it says

      Examples: each of them, both, none
        | vector                                     |
        | MembershipUpdateMessage.message            |
        | MembershipUpdateMessage.emoji_reaction     |
        | oneof-entity                               |
        | MembershipUpdateMessage.events             |

    @needs-payloads.node @needs-payloads.groups
    Scenario: The events come first
      Given Bob is in a group of Carol
      When Bob receives the group event "e1" from Carol with
        | type         | NAME_CHANGED |
        | name         | ours         |
        | chat_entity  | ChatMessage  |
      Then the group is called "ours" for Bob
      And Bob sees "e1"

    @needs-payloads.node @needs-payloads.groups
    Scenario: Events alone
      Given Bob is in a group of Carol
      When Bob receives the group event "e1" from Carol with
        | type | NAME_CHANGED |
        | name | ours         |
      Then Bob takes it
      And Bob sees nothing

    @needs-payloads.node @needs-payloads.groups
    Scenario: What comes with events that nobody signed is not shown
      Given Bob is in a group of Carol
      When Bob receives the group event "e1" from Carol with
        | type         | NAME_CHANGED       |
        | name         | evil               |
        | signature    | broken             |
        | chat_entity  | ChatMessage        |
      Then Bob sees nothing

  @PAY-MEM-10 @must @needs-payloads.node @needs-payloads.groups
  Rule: Events are applied in the order of their clocks

    Scenario: Listed in another order
      Given Bob is in a group of Carol
      When Bob receives the group event "e1" from Carol with the series
        | clock | type         | name  |
        | now+2 | NAME_CHANGED | last  |
        | now+1 | NAME_CHANGED | first |
      Then the group is called "last" for Bob

    Scenario Outline: An event at <clock>
      Given Bob is in a group of Carol
      When Bob receives the group event "e1" from Carol with
        | clock | <clock>      |
        | type  | NAME_CHANGED |
        | name  | other        |
      Then the group is called "<name>" for Bob

      Examples: possible, too far ahead, none
        | clock      | name               |
        | now+120000 | other              |
        | now+120001 | the group of Carol |
        | absent     | the group of Carol |

  @PAY-FLD-MembershipUpdateMessage @must
  Rule: The fields of MembershipUpdateMessage have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes a MembershipUpdateMessage with only <field>, number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number>
      And it is not read from the numbers beside it

      Examples: MembershipUpdateMessage
        | id                                 | number | field          | label    | type          |
        | PAY-FLD-MembershipUpdateMessage-01 | 1      | chat_id        | singular | string        |
        | PAY-FLD-MembershipUpdateMessage-02 | 2      | events         | repeated | bytes         |
        | PAY-FLD-MembershipUpdateMessage-03 | 3      | message        | singular | ChatMessage   |
        | PAY-FLD-MembershipUpdateMessage-04 | 4      | emoji_reaction | singular | EmojiReaction |

  @PAY-FLD-MembershipUpdateEvent @must
  Rule: The fields of MembershipUpdateEvent have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes a MembershipUpdateEvent with only <field>, number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number>
      And it is not read from the numbers beside it

      Examples: MembershipUpdateEvent
        | id                               | number | field   | label    | type                            |
        | PAY-FLD-MembershipUpdateEvent-01 | 1      | clock   | singular | uint64                          |
        | PAY-FLD-MembershipUpdateEvent-02 | 2      | members | repeated | string                          |
        | PAY-FLD-MembershipUpdateEvent-03 | 3      | name    | singular | string                          |
        | PAY-FLD-MembershipUpdateEvent-04 | 4      | type    | singular | MembershipUpdateEvent.EventType |
        | PAY-FLD-MembershipUpdateEvent-05 | 5      | color   | singular | string                          |
        | PAY-FLD-MembershipUpdateEvent-06 | 6      | image   | singular | bytes                           |

  @PAY-ENUM-MembershipUpdateEvent-EventType @must
  Rule: The values of MembershipUpdateEvent.EventType have their numbers

    Scenario Outline: <id>: <name> is <number>
      When Bob encodes and decodes <name> of MembershipUpdateEvent.EventType, number <number>
      Then <name> is written as number <number>
      And it is read from number <number>
      And it is not read from the numbers beside it

      Examples: MembershipUpdateEvent.EventType
        | id                                          | name           | number |
        | PAY-ENUM-MembershipUpdateEvent-EventType-00 | UNKNOWN        | 0      |
        | PAY-ENUM-MembershipUpdateEvent-EventType-01 | CHAT_CREATED   | 1      |
        | PAY-ENUM-MembershipUpdateEvent-EventType-02 | NAME_CHANGED   | 2      |
        | PAY-ENUM-MembershipUpdateEvent-EventType-03 | MEMBERS_ADDED  | 3      |
        | PAY-ENUM-MembershipUpdateEvent-EventType-04 | MEMBER_JOINED  | 4      |
        | PAY-ENUM-MembershipUpdateEvent-EventType-05 | MEMBER_REMOVED | 5      |
        | PAY-ENUM-MembershipUpdateEvent-EventType-06 | ADMINS_ADDED   | 6      |
        | PAY-ENUM-MembershipUpdateEvent-EventType-07 | ADMIN_REMOVED  | 7      |
        | PAY-ENUM-MembershipUpdateEvent-EventType-08 | COLOR_CHANGED  | 8      |
        | PAY-ENUM-MembershipUpdateEvent-EventType-09 | IMAGE_CHANGED  | 9      |
