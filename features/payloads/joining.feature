Feature: Joining and leaving a community
  62/STATUS-PAYLOADS, CommunityRequestToJoin, CommunityRequestToJoinResponse, CommunityRequestToLeave,
  CommunityCancelRequestToJoin and CommunityEditSharedAddresses.

  @PAY-RTJ-01 @must @needs-payloads.node @needs-payloads.acts
  Rule: Only who is no member asks to join

    Scenario: No member
      When Bob asks to join a community of Carol
      Then a CommunityRequestToJoin goes privately to the community and to nobody else

    Scenario: A member
      Given Bob is a member of a community of Carol
      When Bob tries to join the community of Carol
      Then Bob refuses to ask

  @PAY-RTJ-02 @must @needs-payloads.node @needs-payloads.acts
  Rule: A request reveals the accounts that the user chose

    Scenario: Two accounts, in their order
      When Bob asks to join a community of Carol with two accounts
      Then each CommunityRequestToJoin has the two accounts

  @PAY-RTJ-03 @must @needs-payloads.node @needs-payloads.acts
  Rule: Accounts are revealed to the control node only

    Scenario: The request is private
      When Bob asks to join a community of Carol with two accounts
      Then a CommunityRequestToJoin goes privately to the community and to nobody else

    Scenario: The description does not show them
      Given Bob controls a community with the channel "general"
      And Bob received a request to join it from Carol with two accounts
      When Bob accepts Carol
      Then the community is published with Carol and without her accounts

  @PAY-RJR-01 @must
  Rule: An answer that says nothing is a refusal

    Scenario: Absent
      When Bob decodes a random CommunityRequestToJoinResponse without accepted
      Then he reads it as it was

    Scenario: Present
      When Bob decodes the vector "CommunityRequestToJoinResponse.accepted"
      Then he reads what it says

    @needs-payloads.node @needs-payloads.acts
    Scenario Outline: <answer>
      Given Bob controls a community with the channel "general"
      And Bob received a request to join it from Carol with two accounts
      When Bob <answer> Carol
      Then each CommunityRequestToJoinResponse has
        | accepted | <accepted> |

      Examples:
        | answer  | accepted |
        | accepts | true     |
        | refuses | absent   |

  @PAY-RJR-02 @must
  Rule: An answer has the CID of the latest index in field 6

    Scenario: As text
      When Bob decodes the vector "CommunityRequestToJoinResponse.cid"
      Then he reads what it says

    @needs-payloads.node @needs-payloads.acts
    Scenario: The latest of two
      Given Bob controls a community with the channel "general"
      And Bob announced the first archive of the community
      And Bob announced the second archive of the community
      And Bob received a request to join it from Carol with two accounts
      When Bob accepts Carol
      Then each CommunityRequestToJoinResponse has
        | cid | the second index |

    @needs-payloads.node
    Scenario Outline: Received with <cid>
      Given Bob is in the public chat "status"
      When Bob receives the CommunityRequestToJoinResponse "answer" from Carol with
        | accepted | true  |
        | cid      | <cid> |
      Then Bob asks Codex for <asked>

      Examples: a CID, and what the field once held
        | cid                     | asked            |
        | the second index        | the second index |
        | magnet:?xt=urn:btih:c12 | nothing          |

  @PAY-RTL-01 @must @needs-payloads.node @needs-payloads.acts
  Rule: Who leaves asks to be removed

    Scenario: From a community of Carol
      Given Bob is a member of a community of Carol
      When Bob leaves the community of Carol
      Then a CommunityRequestToLeave goes to the community and to nobody else
      And each CommunityRequestToLeave has
        | community_id | the community |

  @PAY-CRJ-01 @must
  Rule: A cancelled request has fields 1 to 5

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what it says

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
      Then he reads what it says

      Examples:
        | vector                                         |
        | CommunityEditSharedAddresses.revealed_accounts |
        | CommunityEditSharedAddresses/full              |

  @PAY-FLD-CommunityRequestToJoin @must
  Rule: The fields of CommunityRequestToJoin have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes a CommunityRequestToJoin with only <field>, number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number>
      And it is not read from the numbers beside it

      Examples: CommunityRequestToJoin
        | id                                | number | field             | label    | type            |
        | PAY-FLD-CommunityRequestToJoin-01 | 1      | clock             | singular | uint64          |
        | PAY-FLD-CommunityRequestToJoin-02 | 2      | ens_name          | singular | string          |
        | PAY-FLD-CommunityRequestToJoin-03 | 3      | chat_id           | singular | string          |
        | PAY-FLD-CommunityRequestToJoin-04 | 4      | community_id      | singular | bytes           |
        | PAY-FLD-CommunityRequestToJoin-05 | 5      | display_name      | singular | string          |
        | PAY-FLD-CommunityRequestToJoin-06 | 6      | revealed_accounts | repeated | RevealedAccount |

  @PAY-FLD-RevealedAccount @must
  Rule: The fields of RevealedAccount have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes a RevealedAccount with only <field>, number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number>
      And it is not read from the numbers beside it

      Examples: RevealedAccount
        | id                         | number | field            | label    | type   |
        | PAY-FLD-RevealedAccount-01 | 1      | address          | singular | string |
        | PAY-FLD-RevealedAccount-02 | 2      | signature        | singular | bytes  |
        | PAY-FLD-RevealedAccount-03 | 3      | chain_ids        | repeated | uint64 |
        | PAY-FLD-RevealedAccount-04 | 4      | isAirdropAddress | singular | bool   |

  @PAY-FLD-CommunityRequestToJoinResponse @must
  Rule: The fields of CommunityRequestToJoinResponse have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes a CommunityRequestToJoinResponse with only <field>, number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number>
      And it is not read from the numbers beside it

      Examples: CommunityRequestToJoinResponse
        | id                                        | number | field        | label    | type                 |
        | PAY-FLD-CommunityRequestToJoinResponse-01 | 1      | clock        | singular | uint64               |
        | PAY-FLD-CommunityRequestToJoinResponse-02 | 2      | community    | singular | CommunityDescription |
        | PAY-FLD-CommunityRequestToJoinResponse-03 | 3      | accepted     | singular | bool                 |
        | PAY-FLD-CommunityRequestToJoinResponse-04 | 4      | grant        | singular | bytes                |
        | PAY-FLD-CommunityRequestToJoinResponse-05 | 5      | community_id | singular | bytes                |
        | PAY-FLD-CommunityRequestToJoinResponse-06 | 6      | cid          | singular | string               |

  @PAY-FLD-CommunityRequestToLeave @must
  Rule: The fields of CommunityRequestToLeave have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes a CommunityRequestToLeave with only <field>, number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number>
      And it is not read from the numbers beside it

      Examples: CommunityRequestToLeave
        | id                                 | number | field        | label    | type   |
        | PAY-FLD-CommunityRequestToLeave-01 | 1      | clock        | singular | uint64 |
        | PAY-FLD-CommunityRequestToLeave-02 | 2      | community_id | singular | bytes  |

  @PAY-FLD-CommunityCancelRequestToJoin @must
  Rule: The fields of CommunityCancelRequestToJoin have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes a CommunityCancelRequestToJoin with only <field>, number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number>
      And it is not read from the numbers beside it

      Examples: CommunityCancelRequestToJoin
        | id                                      | number | field        | label    | type   |
        | PAY-FLD-CommunityCancelRequestToJoin-01 | 1      | clock        | singular | uint64 |
        | PAY-FLD-CommunityCancelRequestToJoin-02 | 2      | ens_name     | singular | string |
        | PAY-FLD-CommunityCancelRequestToJoin-03 | 3      | chat_id      | singular | string |
        | PAY-FLD-CommunityCancelRequestToJoin-04 | 4      | community_id | singular | bytes  |
        | PAY-FLD-CommunityCancelRequestToJoin-05 | 5      | display_name | singular | string |

  @PAY-FLD-CommunityEditSharedAddresses @must
  Rule: The fields of CommunityEditSharedAddresses have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes a CommunityEditSharedAddresses with only <field>, number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number>
      And it is not read from the numbers beside it

      Examples: CommunityEditSharedAddresses
        | id                                      | number | field             | label    | type            |
        | PAY-FLD-CommunityEditSharedAddresses-01 | 1      | clock             | singular | uint64          |
        | PAY-FLD-CommunityEditSharedAddresses-02 | 2      | community_id      | singular | bytes           |
        | PAY-FLD-CommunityEditSharedAddresses-03 | 3      | revealed_accounts | repeated | RevealedAccount |
