Feature: Contact requests and contact verification
  62/STATUS-PAYLOADS, AcceptContactRequest to CancelContactVerification.

  @PAY-ACR-01 @must
  Rule: An accepted request is named in field 1, before the clock

    Scenario: Read
      When Bob decodes the vector "AcceptContactRequest/plain"
      Then he reads what was written

    Scenario: Written
      When Bob encodes a random AcceptContactRequest
      Then another decoder reads what was written

  @PAY-RCR-01 @must
  Rule: A retracted request is named in field 1, before the clock

    Scenario: Read
      When Bob decodes the vector "RetractContactRequest/plain"
      Then he reads what was written

    Scenario: Written
      When Bob encodes a random RetractContactRequest
      Then another decoder reads what was written

  @PAY-RCV-01 @must
  Rule: A challenge is any text, in field 3

    Scenario Outline: <challenge>
      When Bob decodes a random RequestContactVerification with
        | challenge | <challenge> |
      Then he reads what was written

      Examples:
        | challenge              |
        | é                      |
        | two lines, and a blank |
        | ten thousand letters   |

    Scenario: By number
      When Bob decodes the vector "RequestContactVerification.challenge"
      Then he reads what was written

  @PAY-ACV-01 @must
  Rule: An accepted verification has the request in field 2 and the response in field 3

    Scenario: Read
      When Bob decodes the vector "AcceptContactVerification/plain"
      Then he reads what was written

    Scenario: Written
      When Bob encodes a random AcceptContactVerification
      Then another decoder reads what was written

  @PAY-DCV-01 @must
  Rule: A declined verification has the request in field 2

    Scenario: Read
      When Bob decodes the vector "DeclineContactVerification/plain"
      Then he reads what was written

    Scenario: Written
      When Bob encodes a random DeclineContactVerification
      Then another decoder reads what was written

  @PAY-CCV-01 @must
  Rule: A cancelled verification has the request in field 2

    Scenario: Read
      When Bob decodes the vector "CancelContactVerification/plain"
      Then he reads what was written

    Scenario: Written
      When Bob encodes a random CancelContactVerification
      Then another decoder reads what was written

  @PAY-FLD-AcceptContactRequest @must
  Rule: The fields of AcceptContactRequest have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "AcceptContactRequest.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: AcceptContactRequest
        | id                              | number | field | label    | type   |
        | PAY-FLD-AcceptContactRequest-01 |      1 | id    | singular | string |
        | PAY-FLD-AcceptContactRequest-02 |      2 | clock | singular | uint64 |

  @PAY-FLD-RetractContactRequest @must
  Rule: The fields of RetractContactRequest have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "RetractContactRequest.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: RetractContactRequest
        | id                               | number | field | label    | type   |
        | PAY-FLD-RetractContactRequest-01 |      1 | id    | singular | string |
        | PAY-FLD-RetractContactRequest-02 |      2 | clock | singular | uint64 |

  @PAY-FLD-RequestContactVerification @must
  Rule: The fields of RequestContactVerification have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "RequestContactVerification.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: RequestContactVerification
        | id                                    | number | field     | label    | type   |
        | PAY-FLD-RequestContactVerification-01 |      1 | clock     | singular | uint64 |
        | PAY-FLD-RequestContactVerification-03 |      3 | challenge | singular | string |

  @PAY-FLD-AcceptContactVerification @must
  Rule: The fields of AcceptContactVerification have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "AcceptContactVerification.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: AcceptContactVerification
        | id                                   | number | field    | label    | type   |
        | PAY-FLD-AcceptContactVerification-01 |      1 | clock    | singular | uint64 |
        | PAY-FLD-AcceptContactVerification-02 |      2 | id       | singular | string |
        | PAY-FLD-AcceptContactVerification-03 |      3 | response | singular | string |

  @PAY-FLD-DeclineContactVerification @must
  Rule: The fields of DeclineContactVerification have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "DeclineContactVerification.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: DeclineContactVerification
        | id                                    | number | field | label    | type   |
        | PAY-FLD-DeclineContactVerification-01 |      1 | clock | singular | uint64 |
        | PAY-FLD-DeclineContactVerification-02 |      2 | id    | singular | string |

  @PAY-FLD-CancelContactVerification @must
  Rule: The fields of CancelContactVerification have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "CancelContactVerification.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: CancelContactVerification
        | id                                   | number | field | label    | type   |
        | PAY-FLD-CancelContactVerification-01 |      1 | clock | singular | uint64 |
        | PAY-FLD-CancelContactVerification-02 |      2 | id    | singular | string |
