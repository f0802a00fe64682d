Feature: MembershipUpdateMessage
  62/STATUS-PAYLOADS, MembershipUpdateMessage: the events of a private group, as its members take them.

  @PAY-MEM-01 @must
  Rule: The message names its group

    Scenario: Field 1
      When Bob decodes the vector "MembershipUpdateMessage.chat_id"
      Then he reads what was written

    @needs-payloads.node @needs-payloads.groups
    Scenario: Its events are for that group
      Given Bob is in a group of Carol
      When Bob receives the MembershipUpdateEvent "e1" from Carol with
        | type | NAME_CHANGED |
        | name | ours         |
      Then the group has
        | name | ours |

  @PAY-MEM-05 @must @needs-payloads.node @needs-payloads.groups
  Rule: Unknown events change nothing and hinder no other

    Scenario Outline: An event of type <type>
      Given Bob is in a group of Carol
      When Bob receives the MembershipUpdateEvent "e1" from Carol with
        | type  | <type> |
        | name  | evil   |
        | color | red    |
      Then the group has
        | name  | the group of Carol |
        | color | blue               |

      Examples: none, and beyond the list
        | type    |
        | UNKNOWN |
        |      42 |

    Scenario: The one after it is applied
      Given Bob is in a group of Carol
      When Bob receives the MembershipUpdateEvent "e1" from Carol with
        | clock | now  | now+1        |
        | type  |   42 | NAME_CHANGED |
        | name  | evil | ours         |
      Then the group has
        | name | ours |

    Scenario: Added is not joined
      Given Bob is in a group of Carol
      When Bob receives the MembershipUpdateEvent "e1" from Carol with
        | type    | MEMBERS_ADDED |
        | members | {Dave}        |
      Then the group has
        | members | Bob, Carol and Dave |

    Scenario: Removed is gone
      Given Bob is in a group of Carol
      And Bob received the MembershipUpdateEvent "e1" from Carol with
        | type    | MEMBERS_ADDED |
        | members | {Dave}        |
      When Bob receives the MembershipUpdateEvent "e2" from Carol with
        | clock   | now+1          |
        | type    | MEMBER_REMOVED |
        | members | {Dave}         |
      Then the group has
        | members | Bob and Carol |

  @PAY-MEM-07 @must @needs-payloads.node @needs-payloads.groups
  Rule: A name counts in CHAT_CREATED and NAME_CHANGED only

    Scenario: Created
      Given Bob is in a group of Carol
      Then the group has
        | name | the group of Carol |

    Scenario Outline: <type>
      Given Bob is in a group of Carol
      When Bob receives the MembershipUpdateEvent "e1" from Carol with
        | type    | <type> |
        | name    | other  |
        | members | {Dave} |
      Then the group has
        | name | <name> |

      Examples: where it counts, and where it does not
        | type          | name               |
        | NAME_CHANGED  | other              |
        | MEMBERS_ADDED | the group of Carol |
        | COLOR_CHANGED | the group of Carol |

  @PAY-MEM-08 @must @needs-payloads.node @needs-payloads.groups
  Rule: A colour counts in CHAT_CREATED and COLOR_CHANGED only

    Scenario: Created
      Given Bob is in a group of Carol
      Then the group has
        | color | blue |

    Scenario Outline: <type>
      Given Bob is in a group of Carol
      When Bob receives the MembershipUpdateEvent "e1" from Carol with
        | type    | <type> |
        | color   | green  |
        | members | {Dave} |
      Then the group has
        | color | <color> |

      Examples: where it counts, and where it does not
        | type          | color |
        | COLOR_CHANGED | green |
        | NAME_CHANGED  | blue  |
        | MEMBERS_ADDED | blue  |

  @PAY-MEM-09 @must
  Rule: With the events comes a message, a reaction, or nothing

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples: each of them, both, none
        | vector                                 |
        | MembershipUpdateMessage.message        |
        | MembershipUpdateMessage.emoji_reaction |
        | oneof-entity                           |
        | MembershipUpdateMessage.events         |

    @needs-payloads.node @needs-payloads.groups
    Scenario: The events come first
      Given Bob is in a group of Carol
      When Bob receives the MembershipUpdateEvent "e1" from Carol with
        | type        | NAME_CHANGED |
        | name        | ours         |
        | chat_entity | ChatMessage  |
      Then the group has
        | name | ours |
      And Bob sees "e1"

    @needs-payloads.node @needs-payloads.groups
    Scenario: Events alone
      Given Bob is in a group of Carol
      When Bob receives the MembershipUpdateEvent "e1" from Carol with
        | type | NAME_CHANGED |
        | name | ours         |
      Then Bob takes it
      And Bob sees nothing

    @needs-payloads.node @needs-payloads.groups
    Scenario: What comes with events that nobody signed is not shown
      Given Bob is in a group of Carol
      When Bob receives the MembershipUpdateEvent "e1" from Carol with
        | type        | NAME_CHANGED              |
        | name        | evil                      |
        | signed with | a signature of zeros only |
        | chat_entity | ChatMessage               |
      Then Bob sees nothing

  @PAY-MEM-10 @must @needs-payloads.node @needs-payloads.groups
  Rule: Events are applied in the order of their clocks

    Scenario: Listed in another order
      Given Bob is in a group of Carol
      When Bob receives the MembershipUpdateEvent "e1" from Carol with
        | clock | now+2        | now+1        |
        | type  | NAME_CHANGED | NAME_CHANGED |
        | name  | last         | first        |
      Then the group has
        | name | last |

    Scenario Outline: An event at <clock>
      Given Bob is in a group of Carol
      When Bob receives the MembershipUpdateEvent "e1" from Carol with
        | clock | <clock>      |
        | type  | NAME_CHANGED |
        | name  | other        |
      Then the group has
        | name | <name> |

      Examples: possible, too far ahead, none
        | clock      | name               |
        | now+120000 | other              |
        | now+120001 | the group of Carol |
        | absent     | the group of Carol |

  @PAY-FLD-MembershipUpdateMessage @must
  Rule: The fields of MembershipUpdateMessage have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "MembershipUpdateMessage.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: MembershipUpdateMessage
        | id                                 | number | field          | label    | type          |
        | PAY-FLD-MembershipUpdateMessage-01 |      1 | chat_id        | singular | string        |
        | PAY-FLD-MembershipUpdateMessage-02 |      2 | events         | repeated | bytes         |
        | PAY-FLD-MembershipUpdateMessage-03 |      3 | message        | singular | ChatMessage   |
        | PAY-FLD-MembershipUpdateMessage-04 |      4 | emoji_reaction | singular | EmojiReaction |
