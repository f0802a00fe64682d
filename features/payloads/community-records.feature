Feature: Records of a community
  62/STATUS-PAYLOADS, CommunityDescription: the records in it and beside it.

  @PAY-FLD-CommunityPermissions @must
  Rule: The fields of CommunityPermissions have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "CommunityPermissions.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: CommunityPermissions
        | id                              | number | field    | label    | type                        |
        | PAY-FLD-CommunityPermissions-01 |      1 | ens_only | singular | bool                        |
        | PAY-FLD-CommunityPermissions-02 |      2 | private  | singular | bool                        |
        | PAY-FLD-CommunityPermissions-03 |      3 | access   | singular | CommunityPermissions.Access |

  @PAY-ENUM-CommunityPermissions-Access @must
  Rule: The values of CommunityPermissions.Access have their numbers

    Scenario Outline: <id>: <name> is <number>
      When Bob encodes and decodes <name> of CommunityPermissions.Access, number <number>
      Then <name> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: CommunityPermissions.Access
        | id                                      | name            | number |
        | PAY-ENUM-CommunityPermissions-Access-00 | UNKNOWN_ACCESS  |      0 |
        | PAY-ENUM-CommunityPermissions-Access-01 | NO_MEMBERSHIP   |      1 |
        | PAY-ENUM-CommunityPermissions-Access-02 | INVITATION_ONLY |      2 |
        | PAY-ENUM-CommunityPermissions-Access-03 | ON_REQUEST      |      3 |

  @PAY-FLD-CommunityAdminSettings @must
  Rule: The fields of CommunityAdminSettings have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "CommunityAdminSettings.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: CommunityAdminSettings
        | id                                | number | field                           | label    | type |
        | PAY-FLD-CommunityAdminSettings-01 |      1 | pin_message_all_members_enabled | singular | bool |

  @PAY-FLD-CommunityChat @must
  Rule: The fields of CommunityChat have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "CommunityChat.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: CommunityChat
        | id                       | number | field       | label    | type                 |
        | PAY-FLD-CommunityChat-01 |      1 | members     | map      | CommunityMember      |
        | PAY-FLD-CommunityChat-02 |      2 | permissions | singular | CommunityPermissions |
        | PAY-FLD-CommunityChat-03 |      3 | identity    | singular | ChatIdentity         |
        | PAY-FLD-CommunityChat-04 |      4 | category_id | singular | string               |
        | PAY-FLD-CommunityChat-05 |      5 | position    | singular | int32                |

  @PAY-FLD-CommunityCategory @must
  Rule: The fields of CommunityCategory have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "CommunityCategory.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: CommunityCategory
        | id                           | number | field       | label    | type   |
        | PAY-FLD-CommunityCategory-01 |      1 | category_id | singular | string |
        | PAY-FLD-CommunityCategory-02 |      2 | name        | singular | string |
        | PAY-FLD-CommunityCategory-03 |      3 | position    | singular | int32  |

  @PAY-FLD-Grant @must
  Rule: The fields of Grant have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "Grant.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: Grant
        | id               | number | field        | label    | type   |
        | PAY-FLD-Grant-01 |      1 | community_id | singular | bytes  |
        | PAY-FLD-Grant-02 |      2 | member_id    | singular | bytes  |
        | PAY-FLD-Grant-03 |      3 | chat_id      | singular | string |
        | PAY-FLD-Grant-04 |      4 | clock        | singular | uint64 |

  @PAY-FLD-CommunityInvitation @must
  Rule: The fields of CommunityInvitation have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "CommunityInvitation.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: CommunityInvitation
        | id                             | number | field                 | label    | type   |
        | PAY-FLD-CommunityInvitation-01 |      1 | community_description | singular | bytes  |
        | PAY-FLD-CommunityInvitation-02 |      2 | grant                 | singular | bytes  |
        | PAY-FLD-CommunityInvitation-03 |      3 | chat_id               | singular | string |
        | PAY-FLD-CommunityInvitation-04 |      4 | public_key            | singular | bytes  |
