Feature: Encoding
  62/STATUS-PAYLOADS, Encoding: protobuf, as the language and every runtime of it define it.

  @PAY-ENC-01 @must
  Rule: Payloads are protobuf

    Scenario: What Bob encodes, another decoder reads
      When Bob encodes many random records of every kind
      Then another decoder reads what was written

    Scenario: What another encoder makes, Bob reads
      When Bob decodes many random records of every kind
      Then he reads what was written

    Scenario: Every record of the vectors
      When Bob decodes the vectors of "records"
      Then he reads what was written

    Scenario Outline: Legal bytes in another form: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples: order and repetition
        | vector             |
        | out-of-order       |
        | payload-first      |
        | twice-last-wins    |
        | twice-last-default |
        | twice-merged       |
        | twice-lists-joined |

      Examples: lists and maps
        | vector              |
        | packed              |
        | unpacked            |
        | packed-and-unpacked |
        | packed-empty        |
        | packed-64-bit       |
        | map-descending      |
        | map-same-key        |
        | map-value-first     |
        | map-key-only        |
        | map-empty-entry     |
        | map-odd-keys        |

      Examples: numbers
        | vector           |
        | int32-ten-bytes  |
        | int32-five-bytes |
        | int32-high-bits  |
        | uint32-high-bits |
        | int64-negative   |
        | bool-2           |
        | bool-2^32        |
        | varint-overlong  |
        | length-overlong  |

  @PAY-ENC-02 @must
  Rule: A field at its default counts as absent

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples: written defaults, and nothing at all
        | vector            |
        | explicit-defaults |
        | explicit-false    |
        | nothing           |

    Scenario: A value that is none is read
      When Bob decodes the vector "twice-last-wins"
      Then he reads what was written

    Scenario: An empty record is encoded as one
      When Bob encodes an empty record of every kind
      Then another decoder reads what was written

  @PAY-ENC-10 @may
  Rule: A known number with another wire type is an unknown field

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples:
        | vector            |
        | wire-type-swapped |
        | wire-type-fixed   |
        | enum-packed       |
        | out-of-order      |
