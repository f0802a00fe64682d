Feature: Encoding
  62/STATUS-PAYLOADS, Encoding: protobuf, as the language and every runtime of it define it.

  @PAY-ENC-01 @must
  Rule: Payloads are protobuf

    Scenario: What Bob encodes, another decoder reads
      When Bob encodes many random records of every kind
      Then another decoder reads each of them as it was

    Scenario: What another encoder makes, Bob reads
      When Bob decodes many random records of every kind
      Then he reads each as it was

    Scenario: Every record of the vectors
      When Bob decodes the vectors of "records"
      Then he reads each as it says

    Scenario Outline: Legal bytes in another form: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what it says

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
      Then he reads what it says

      Examples: written defaults, and nothing at all
        | vector            |
        | explicit-defaults |
        | explicit-false    |
        | nothing           |

    Scenario: A value that is none is read
      When Bob decodes the vector "twice-last-wins"
      Then he reads what it says

    Scenario: An empty record is encoded as one
      When Bob encodes an empty record of every kind
      Then another decoder reads each as it was

  @PAY-ENC-03 @must
  Rule: Bytes that end too early are refused as a whole

    Scenario Outline: <fault>, in every record that can have it
      When Bob decodes the malformed vectors "<fault>" and their twins
      Then he refuses each and reads its twin

      Examples:
        | fault            |
        | cut-tag          |
        | no-value         |
        | cut-varint       |
        | cut-bytes        |
        | inner-past-outer |
        | cut-packed       |
        | packed-past-end  |

  @PAY-ENC-04 @must
  Rule: A varint has at most ten bytes

    Scenario: One of eleven bytes, in every record
      When Bob decodes the malformed vectors "varint-of-11-bytes" and their twins
      Then he refuses each and reads its twin

  @PAY-ENC-05 @must
  Rule: A length beyond the input is refused

    Scenario Outline: <fault>, in every record
      When Bob decodes the malformed vectors "<fault>" and their twins
      Then he refuses each and reads its twin

      Examples: lengths that wrong widths and signs make small
        | fault          |
        | length-2^32-1  |
        | length-2^63    |
        | length-minus-1 |

  @PAY-ENC-06 @must
  Rule: Wire types 6 and 7 are refused

    Scenario Outline: <fault>, in every record
      When Bob decodes the malformed vectors "<fault>" and their twins
      Then he refuses each and reads its twin

      Examples:
        | fault       |
        | wire-type-6 |
        | wire-type-7 |

  @PAY-ENC-07 @may
  Rule: Field number 0, and numbers from 2^29 up, are refused

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he refuses it

      Examples:
        | vector             |
        | number-0           |
        | trailing-0         |
        | number-2^29        |
        | tag-beyond-32-bits |

    Scenario: The highest number is read
      When Bob decodes the vector "number-2^29-1"
      Then he reads what it says

  @PAY-ENC-08 @must
  Rule: Groups are balanced

    Scenario: A whole unknown group is passed over
      When Bob decodes the vector "unknown-group"
      Then he reads what it says

    Scenario Outline: <fault>, in every record
      When Bob decodes the malformed vectors "<fault>" and their twins
      Then he refuses each and reads its twin

      Examples:
        | fault         |
        | open-group    |
        | crossed-group |

  @PAY-ENC-09 @must
  Rule: Text is UTF-8

    Scenario Outline: <fault>, in every record with text
      When Bob decodes the malformed vectors "<fault>" and their twins
      Then he refuses each and reads its twin

      Examples: ill-formed text
        | fault           |
        | utf8-stray-byte |
        | utf8-overlong   |
        | utf8-surrogate  |
        | utf8-cut        |
        | utf8-in-map-key |

    Scenario Outline: <vector> is none of these
      When Bob decodes the vector "<vector>"
      Then he reads what it says

      Examples: every form of well-formed text, and bytes that are no text
        | vector         |
        | text-forms     |
        | bytes-not-text |

  @PAY-ENC-10 @may
  Rule: A known number with another wire type is an unknown field

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what it says

      Examples:
        | vector            |
        | wire-type-swapped |
        | wire-type-fixed   |
        | enum-packed       |
        | out-of-order      |

  @PAY-ENC-11 @may
  Rule: Deep nesting does no harm

    Scenario: 32 groups in each other are passed over
      When Bob decodes the vector "groups-32"
      Then he reads what it says

    Scenario: 20000 groups are refused or passed over
      Given Bob decoded the vector "groups-20000"
      When Bob decodes the vector "out-of-order"
      Then he reads what it says

    Scenario: Damaged bytes are refused or read, and nothing else happens
      When Bob decodes many damaged records of every kind
      Then he refuses or reads each, and never both
