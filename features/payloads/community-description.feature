Feature: CommunityDescription
  62/STATUS-PAYLOADS, CommunityDescription. The protobuf block decides; its table is another record's.

  @PAY-CD-01 @must
  Rule: The block says what the fields are

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples: all fields, and those that the table calls otherwise
        | vector                             |
        | CommunityDescription/full          |
        | CommunityDescription/extremes      |
        | CommunityDescription.identity      |
        | CommunityDescription.ban_list      |
        | CommunityDescription.categories    |
        | CommunityDescription.archive_clock |

  @PAY-CD-02 @must
  Rule: The clock of the archives is field 9

    Scenario: As a 64-bit number
      When Bob decodes the vector "CommunityDescription.archive_clock"
      Then he reads what was written

  @PAY-CD-03 @must
  Rule: Roles 2 and 3 are not used

    Scenario: Kept as numbers
      When Bob decodes the vector "reserved-and-unknown-roles"
      Then he reads what was written

    @needs-payloads.node @needs-payloads.acts
    Scenario: Never written
      Given Bob controls a community with the channel "general"
      When Bob publishes the community
      Then no member of the community has role 2 or 3

  @PAY-CD-04 @must
  Rule: Revealed accounts of members are read, and not written

    Scenario: Read
      When Bob decodes the vector "CommunityMember.revealed_accounts"
      Then he reads what was written

    @needs-payloads.node @needs-payloads.acts
    Scenario: Not written
      Given Bob controls a community with the channel "general"
      And Bob received the CommunityRequestToJoin "request" from Carol
      When Bob answers Carol with
        | accepted | true |
      Then the community is published with Carol and without her accounts

  @PAY-FLD-CommunityDescription @must
  Rule: The fields of CommunityDescription have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "CommunityDescription.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: CommunityDescription
        | id                              | number | field                     | label    | type                     |
        | PAY-FLD-CommunityDescription-01 |      1 | clock                     | singular | uint64                   |
        | PAY-FLD-CommunityDescription-02 |      2 | members                   | map      | CommunityMember          |
        | PAY-FLD-CommunityDescription-03 |      3 | permissions               | singular | CommunityPermissions     |
        | PAY-FLD-CommunityDescription-05 |      5 | identity                  | singular | ChatIdentity             |
        | PAY-FLD-CommunityDescription-06 |      6 | chats                     | map      | CommunityChat            |
        | PAY-FLD-CommunityDescription-07 |      7 | ban_list                  | repeated | string                   |
        | PAY-FLD-CommunityDescription-08 |      8 | categories                | map      | CommunityCategory        |
        | PAY-FLD-CommunityDescription-09 |      9 | archive_clock             | singular | uint64                   |
        | PAY-FLD-CommunityDescription-10 |     10 | admin_settings            | singular | CommunityAdminSettings   |
        | PAY-FLD-CommunityDescription-11 |     11 | intro_message             | singular | string                   |
        | PAY-FLD-CommunityDescription-12 |     12 | outro_message             | singular | string                   |
        | PAY-FLD-CommunityDescription-13 |     13 | encrypted                 | singular | bool                     |
        | PAY-FLD-CommunityDescription-14 |     14 | tags                      | repeated | string                   |
        | PAY-FLD-CommunityDescription-15 |     15 | token_permissions         | map      | CommunityTokenPermission |
        | PAY-FLD-CommunityDescription-16 |     16 | community_tokens_metadata | repeated | CommunityTokenMetadata   |
        | PAY-FLD-CommunityDescription-17 |     17 | active_members_count      | singular | uint64                   |

  @PAY-FLD-CommunityMember @must
  Rule: The fields of CommunityMember have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "CommunityMember.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: CommunityMember
        | id                         | number | field             | label    | type                  |
        | PAY-FLD-CommunityMember-01 |      1 | roles             | repeated | CommunityMember.Roles |
        | PAY-FLD-CommunityMember-02 |      2 | revealed_accounts | repeated | RevealedAccount       |
        | PAY-FLD-CommunityMember-03 |      3 | last_update_clock | singular | uint64                |

  @PAY-ENUM-CommunityMember-Roles @must
  Rule: The values of CommunityMember.Roles have their numbers

    Scenario Outline: <id>: <name> is <number>
      When Bob encodes and decodes <name> of CommunityMember.Roles, number <number>
      Then <name> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: CommunityMember.Roles
        | id                                | name              | number |
        | PAY-ENUM-CommunityMember-Roles-00 | ROLE_NONE         |      0 |
        | PAY-ENUM-CommunityMember-Roles-01 | ROLE_OWNER        |      1 |
        | PAY-ENUM-CommunityMember-Roles-04 | ROLE_ADMIN        |      4 |
        | PAY-ENUM-CommunityMember-Roles-05 | ROLE_TOKEN_MASTER |      5 |
