Feature: Malformed payloads
  62/STATUS-PAYLOADS, Encoding: what is no protobuf is refused, as the language defines it.

  @PAY-ENC-03 @must
  Rule: Bytes that end too early are refused as a whole

    Scenario Outline: <fault>, in every record that can have it
      When Bob decodes the vectors of "<fault>"
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
      When Bob decodes the vectors of "varint-of-11-bytes"
      Then he refuses each and reads its twin

  @PAY-ENC-05 @must
  Rule: A length beyond the input is refused

    Scenario Outline: <fault>, in every record
      When Bob decodes the vectors of "<fault>"
      Then he refuses each and reads its twin

      Examples: lengths that wrong widths and signs make small
        | fault          |
        | length-2^32-1  |
        | length-2^63    |
        | length-minus-1 |

  @PAY-ENC-06 @must
  Rule: Wire types 6 and 7 are refused

    Scenario Outline: <fault>, in every record
      When Bob decodes the vectors of "<fault>"
      Then he refuses each and reads its twin

      Examples:
        | fault       |
        | wire-type-6 |
        | wire-type-7 |

  @PAY-ENC-07 @may
  Rule: Field number 0, and numbers from 2^29 up, are refused

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then Bob refuses it

      Examples:
        | vector             |
        | number-0           |
        | trailing-0         |
        | number-2^29        |
        | tag-beyond-32-bits |

    Scenario: The highest number is read
      When Bob decodes the vector "number-2^29-1"
      Then he reads what was written

  @PAY-ENC-08 @must
  Rule: Groups are balanced

    Scenario: A whole unknown group is passed over
      When Bob decodes the vector "unknown-group"
      Then he reads what was written

    Scenario Outline: <fault>, in every record
      When Bob decodes the vectors of "<fault>"
      Then he refuses each and reads its twin

      Examples:
        | fault         |
        | open-group    |
        | crossed-group |

  @PAY-ENC-09 @must
  Rule: Text is UTF-8

    Scenario Outline: <fault>, in every record with text
      When Bob decodes the vectors of "<fault>"
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
      Then he reads what was written

      Examples: every form of well-formed text, and bytes that are no text
        | vector         |
        | text-forms     |
        | bytes-not-text |

  @PAY-ENC-11 @may
  Rule: Deep nesting does no harm

    Scenario: 32 groups in each other are passed over
      When Bob decodes the vector "groups-32"
      Then he reads what was written

    Scenario: 20000 groups are refused or passed over
      When Bob decodes the vectors of "groups-20000"
      Then he refuses or reads each, and reads its twin

    Scenario: Damaged bytes are refused or read, and nothing else happens
      When Bob decodes many damaged records of every kind
      Then he refuses or reads each, and reads its twin
