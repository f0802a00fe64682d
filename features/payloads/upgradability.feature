Feature: Upgradability
  62/STATUS-PAYLOADS, Upgradability: what later versions add does not hinder, what exists stays.

  @PAY-UPG-01 @must
  Rule: Unknown fields are accepted

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples: at the top, inside, and where a number was used before
        | vector                |
        | unknown-group         |
        | unknown-in-nested     |
        | unknown-in-map-value  |
        | legacy-field-6-text   |
        | legacy-field-6-number |
        | number-2^29-1         |

      Examples: beside the known fields of each record
        | vector                                      |
        | StatusProtocolMessage/unknown-fields        |
        | ChatMessage/unknown-fields                  |
        | CommunityDescription/unknown-fields         |
        | CommunityCancelRequestToJoin/unknown-fields |
        | UnfurledLink/unknown-fields                 |

    Scenario: Every record of the vectors
      When Bob decodes the vectors of "records"
      Then he reads what was written

  @PAY-UPG-02 @may @needs-payloads.reencode
  Rule: Unknown fields are still there after decoding and encoding

    Scenario Outline: <vector>
      When Bob decodes and encodes the vector "<vector>"
      Then he reads what was written
      And the unknown fields are still there

      Examples: at the top, inside, and in a record that no document defines
        | vector                      |
        | ChatMessage/unknown-fields  |
        | unknown-group               |
        | unknown-in-nested           |
        | unknown-in-map-value        |
        | legacy-field-6-text         |
        | UnfurledLink/unknown-fields |

    Scenario: Random ones in random records
      When Bob decodes and encodes many random records with unknown fields
      Then the unknown fields are still there

  @PAY-UPG-03 @must
  Rule: No field was removed or renumbered

    Scenario: Every field by itself
      When Bob decodes the vectors of "fields"
      Then he reads what was written

    Scenario: Every field by itself, written
      When Bob encodes the vectors of "fields"
      Then another decoder reads what was written

  @PAY-UPG-04 @must
  Rule: No record was removed

    Scenario: Every record of the vectors
      When Bob decodes the vectors of "records"
      Then he reads what was written

  @PAY-UPG-05 @must
  Rule: Enumeration values that nobody knows are kept as numbers

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples:
        | vector                     |
        | enum-unknown               |
        | enum-negative              |
        | enum-high-bits             |
        | reserved-and-unknown-roles |

    @needs-payloads.reencode
    Scenario Outline: <vector>, encoded again
      When Bob decodes and encodes the vector "<vector>"
      Then another decoder reads what was written

      Examples:
        | vector                     |
        | enum-unknown               |
        | enum-negative              |
        | reserved-and-unknown-roles |

  @PAY-UPG-06 @may @needs-payloads.node
  Rule: A payload of an unknown kind is passed over

    Scenario: What comes after it is handled as usual
      Given Bob is in the public chat "status"
      And Bob was handed the SomethingNew "x" from Carol with
        | text | no chat message |
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it
      And Bob sees "m1"
