Feature: Joining a community
  62/STATUS-PAYLOADS, CommunityRequestToJoin and CommunityRequestToJoinResponse.

  @PAY-RTJ-01 @must @needs-payloads.node @needs-payloads.acts
  Rule: Only who is no member asks to join

    Scenario: No member
      When Bob asks to join a community of Carol with two accounts
      Then each CommunityRequestToJoin has
        | to | the community, privately |

    Scenario: A member
      Given Bob is a member of a community of Carol
      When Bob asks to join a community of Carol with two accounts
      Then Bob refuses it

  @PAY-RTJ-02 @must @needs-payloads.node @needs-payloads.acts
  Rule: A request reveals the accounts that the user chose

    Scenario: Two accounts, in their order
      When Bob asks to join a community of Carol with two accounts
      Then each CommunityRequestToJoin has
        | revealed_accounts | the two accounts |

  @PAY-RTJ-03 @must @needs-payloads.node @needs-payloads.acts
  Rule: Accounts are revealed to the control node only

    Scenario: The request is private
      When Bob asks to join a community of Carol with two accounts
      Then each CommunityRequestToJoin has
        | to | the community, privately |

    Scenario: The description does not show them
      Given Bob controls a community with the channel "general"
      And Bob received the CommunityRequestToJoin "request" from Carol
      When Bob answers Carol with
        | accepted | true |
      Then the community is published with Carol and without her accounts

  @PAY-RJR-01 @must
  Rule: An answer that says nothing is a refusal

    Scenario: Absent
      When Bob decodes a random CommunityRequestToJoinResponse with
        | accepted | absent |
      Then he reads what was written

    Scenario: Present
      When Bob decodes the vector "CommunityRequestToJoinResponse.accepted"
      Then he reads what was written

    @needs-payloads.node @needs-payloads.acts
    Scenario Outline: <answer>
      Given Bob controls a community with the channel "general"
      And Bob received the CommunityRequestToJoin "request" from Carol
      When Bob answers Carol with
        | accepted | <accepted> |
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
      Then he reads what was written

    @needs-payloads.node @needs-payloads.acts
    Scenario: The latest of two
      Given Bob controls a community with the channel "general"
      And Bob announced archive 1 of the community
      And Bob announced archive 2 of the community
      And Bob received the CommunityRequestToJoin "request" from Carol
      When Bob answers Carol with
        | accepted | true |
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

  @PAY-FLD-CommunityRequestToJoin @must
  Rule: The fields of CommunityRequestToJoin have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "CommunityRequestToJoin.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: CommunityRequestToJoin
        | id                                | number | field             | label    | type            |
        | PAY-FLD-CommunityRequestToJoin-01 |      1 | clock             | singular | uint64          |
        | PAY-FLD-CommunityRequestToJoin-02 |      2 | ens_name          | singular | string          |
        | PAY-FLD-CommunityRequestToJoin-03 |      3 | chat_id           | singular | string          |
        | PAY-FLD-CommunityRequestToJoin-04 |      4 | community_id      | singular | bytes           |
        | PAY-FLD-CommunityRequestToJoin-05 |      5 | display_name      | singular | string          |
        | PAY-FLD-CommunityRequestToJoin-06 |      6 | revealed_accounts | repeated | RevealedAccount |

  @PAY-FLD-RevealedAccount @must
  Rule: The fields of RevealedAccount have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "RevealedAccount.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: RevealedAccount
        | id                         | number | field            | label    | type   |
        | PAY-FLD-RevealedAccount-01 |      1 | address          | singular | string |
        | PAY-FLD-RevealedAccount-02 |      2 | signature        | singular | bytes  |
        | PAY-FLD-RevealedAccount-03 |      3 | chain_ids        | repeated | uint64 |
        | PAY-FLD-RevealedAccount-04 |      4 | isAirdropAddress | singular | bool   |

  @PAY-FLD-CommunityRequestToJoinResponse @must
  Rule: The fields of CommunityRequestToJoinResponse have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "CommunityRequestToJoinResponse.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: CommunityRequestToJoinResponse
        | id                                        | number | field        | label    | type                 |
        | PAY-FLD-CommunityRequestToJoinResponse-01 |      1 | clock        | singular | uint64               |
        | PAY-FLD-CommunityRequestToJoinResponse-02 |      2 | community    | singular | CommunityDescription |
        | PAY-FLD-CommunityRequestToJoinResponse-03 |      3 | accepted     | singular | bool                 |
        | PAY-FLD-CommunityRequestToJoinResponse-04 |      4 | grant        | singular | bytes                |
        | PAY-FLD-CommunityRequestToJoinResponse-05 |      5 | community_id | singular | bytes                |
        | PAY-FLD-CommunityRequestToJoinResponse-06 |      6 | cid          | singular | string               |
