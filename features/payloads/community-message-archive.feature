Feature: CommunityMessageArchive
  62/STATUS-PAYLOADS, CommunityMessageArchive: where the history of a community is.

  @PAY-ARC-01 @must
  Rule: The CID is text in field 2

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples:
        | vector                        |
        | CommunityMessageArchive.cid   |
        | CommunityMessageArchive.clock |

    Scenario: Written
      When Bob encodes a random CommunityMessageArchive
      Then only fields 1 and 2 are written

  @PAY-ARC-02 @must @needs-payloads.node @needs-payloads.acts
  Rule: The CID is that of the index

    Scenario: Of the archive that was just made
      Given Bob controls a community with the channel "general"
      When Bob announces archive 1 of the community
      Then each CommunityMessageArchive has
        | cid | the first index |

    Scenario: Not of the one before
      Given Bob controls a community with the channel "general"
      And Bob announced archive 1 of the community
      When Bob announces archive 2 of the community
      Then each CommunityMessageArchive has
        | cid | the second index |

  @PAY-ARC-03 @may @needs-payloads.node
  Rule: Only a CID is asked of Codex

    Scenario Outline: Received with <cid>
      Given Bob is in the public chat "status"
      When Bob receives the CommunityMessageArchive "archive" from Carol with
        | cid | <cid> |
      Then Bob asks Codex for <asked>

      Examples: a CID, and what the field once held
        | cid                     | asked           |
        | the first index         | the first index |
        | magnet:?xt=urn:btih:c12 | nothing         |

  @PAY-FLD-CommunityMessageArchive @must
  Rule: The fields of CommunityMessageArchive have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "CommunityMessageArchive.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: CommunityMessageArchive
        | id                                 | number | field | label    | type   |
        | PAY-FLD-CommunityMessageArchive-01 |      1 | clock | singular | uint64 |
        | PAY-FLD-CommunityMessageArchive-02 |      2 | cid   | singular | string |
