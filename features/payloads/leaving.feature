Feature: Leaving a community
  62/STATUS-PAYLOADS, CommunityRequestToLeave, CommunityCancelRequestToJoin and CommunityEditSharedAddresses.

  @PAY-RTL-01 @must @needs-payloads.node @needs-payloads.acts
  Rule: Who leaves asks to be removed

    Scenario: From a community of Carol
      Given Bob is a member of a community of Carol
      When Bob leaves the community of Carol
      Then each CommunityRequestToLeave has
        | to           | the community |
        | community_id | the community |

  @PAY-CRJ-01 @must
  Rule: A cancelled request has fields 1 to 5

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples: all of them, and what field 6 once held
        | vector                            |
        | CommunityCancelRequestToJoin/full |
        | legacy-field-6-text               |
        | legacy-field-6-number             |

    Scenario: Nothing else is written
      When Bob encodes a random CommunityCancelRequestToJoin
      Then only fields 1, 2, 3, 4 and 5 are written

  @PAY-ESA-01 @must
  Rule: Changed accounts are field 3, all of them

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples:
        | vector                                         |
        | CommunityEditSharedAddresses.revealed_accounts |
        | CommunityEditSharedAddresses/full              |

  @PAY-FLD-CommunityRequestToLeave @must
  Rule: The fields of CommunityRequestToLeave have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "CommunityRequestToLeave.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: CommunityRequestToLeave
        | id                                 | number | field        | label    | type   |
        | PAY-FLD-CommunityRequestToLeave-01 |      1 | clock        | singular | uint64 |
        | PAY-FLD-CommunityRequestToLeave-02 |      2 | community_id | singular | bytes  |

  @PAY-FLD-CommunityCancelRequestToJoin @must
  Rule: The fields of CommunityCancelRequestToJoin have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "CommunityCancelRequestToJoin.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: CommunityCancelRequestToJoin
        | id                                      | number | field        | label    | type   |
        | PAY-FLD-CommunityCancelRequestToJoin-01 |      1 | clock        | singular | uint64 |
        | PAY-FLD-CommunityCancelRequestToJoin-02 |      2 | ens_name     | singular | string |
        | PAY-FLD-CommunityCancelRequestToJoin-03 |      3 | chat_id      | singular | string |
        | PAY-FLD-CommunityCancelRequestToJoin-04 |      4 | community_id | singular | bytes  |
        | PAY-FLD-CommunityCancelRequestToJoin-05 |      5 | display_name | singular | string |

  @PAY-FLD-CommunityEditSharedAddresses @must
  Rule: The fields of CommunityEditSharedAddresses have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "CommunityEditSharedAddresses.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: CommunityEditSharedAddresses
        | id                                      | number | field             | label    | type            |
        | PAY-FLD-CommunityEditSharedAddresses-01 |      1 | clock             | singular | uint64          |
        | PAY-FLD-CommunityEditSharedAddresses-02 |      2 | community_id      | singular | bytes           |
        | PAY-FLD-CommunityEditSharedAddresses-03 |      3 | revealed_accounts | repeated | RevealedAccount |
