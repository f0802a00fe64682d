Feature: ContactUpdate
  62/STATUS-PAYLOADS, ContactUpdate: contacts learn what changed. A scenario begins at 1757930643000.

  @PAY-CU-01 @must @needs-payloads.node @needs-payloads.acts
  Rule: A new contact gets a ContactUpdate

    Scenario: Carol
      When Bob adds Carol to his contacts
      Then each ContactUpdate has
        | to | Carol |

  @PAY-CU-02 @should @needs-payloads.node @needs-payloads.acts
  Rule: A new ENS name is told to all contacts

    Scenario: Of Carol and Dave, but not of Mallory
      Given Bob added Carol and Dave to his contacts
      And Bob is in a chat with Mallory
      When Bob changes his profile to
        | ens_name | bob.eth |
      Then each ContactUpdate has
        | to       | Carol   | Dave    |
        | ens_name | bob.eth | bob.eth |

    Scenario: The same name again
      Given Bob added Carol and Dave to his contacts
      And Bob changed his profile to
        | ens_name | bob.eth |
      When Bob changes his profile to
        | ens_name | bob.eth |
      Then no ContactUpdate is sent

  @PAY-CU-03 @should @needs-payloads.node @needs-payloads.acts
  Rule: A new profile image is told to all contacts

    Scenario: Of Carol and Dave
      Given Bob added Carol and Dave to his contacts
      When Bob changes his profile to
        | image | fbff |
      Then each ContactUpdate has
        | to | Carol | Dave |

  @PAY-CU-04 @should @needs-payloads.node @needs-payloads.acts
  Rule: All contacts get a ContactUpdate from time to time

    Scenario: Once in each interval that the client says
      Given Bob added Carol and Dave to his contacts
      When the interval of contact updates passes
      Then each ContactUpdate has
        | to | Carol | Dave |

    Scenario: Not before
      Given Bob added Carol and Dave to his contacts
      When all but a second of the interval of contact updates passes
      Then no ContactUpdate is sent

    Scenario: And again
      Given Bob added Carol and Dave to his contacts
      And the interval of contact updates passed
      When the interval of contact updates passes
      Then each ContactUpdate has
        | to | Carol | Dave |

  @PAY-CU-06 @must @needs-payloads.node @needs-payloads.acts
  Rule: The profile image is base64

    Scenario Outline: The bytes <bytes>
      Given Bob added Carol to his contacts
      When Bob changes his profile to
        | image | <bytes> |
      Then each ContactUpdate has
        | profile_image | <text> |

      Examples: where the alphabets differ, with and without padding
        | bytes  | text |
        | fbff   | +/8= |
        | 00ffbf | AP+/ |

  @PAY-CU-07 @must @needs-payloads.node @needs-payloads.acts
  Rule: The clock of a ContactUpdate is that of the chat with its recipient

    Scenario: One chat is ahead, the other is not
      Given Bob added Carol and Dave to his contacts
      And Bob is in a chat with Carol
      And Bob received the ChatMessage "m1" from Carol with
        | clock | 1757930703000 |
      And the time is 1757930644000
      When Bob changes his profile to
        | ens_name | bob.eth |
      Then each ContactUpdate has
        | to    | Carol         | Dave          |
        | clock | 1757930703001 | 1757930644000 |

    @needs-payloads.contacts
    Scenario Outline: An update <clock> after one of now
      Given Bob added Carol to his contacts
      And Bob received the ContactUpdate "first" from Carol with
        | clock    | now       |
        | ens_name | first.eth |
      When Bob receives the ContactUpdate "second" from Carol with
        | clock    | <clock>    |
        | ens_name | second.eth |
      Then Bob knows of Carol
        | ens_name | <name> |

      Examples: older, and newer
        | clock    | name       |
        | now-5000 | first.eth  |
        | now+5000 | second.eth |

  @PAY-FLD-ContactUpdate @must
  Rule: The fields of ContactUpdate have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "ContactUpdate.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: ContactUpdate
        | id                       | number | field                            | label    | type                          |
        | PAY-FLD-ContactUpdate-01 |      1 | clock                            | singular | uint64                        |
        | PAY-FLD-ContactUpdate-02 |      2 | ens_name                         | singular | string                        |
        | PAY-FLD-ContactUpdate-03 |      3 | profile_image                    | singular | string                        |
        | PAY-FLD-ContactUpdate-04 |      4 | display_name                     | singular | string                        |
        | PAY-FLD-ContactUpdate-05 |      5 | contact_request_clock            | singular | uint64                        |
        | PAY-FLD-ContactUpdate-06 |      6 | contact_request_propagated_state | singular | ContactRequestPropagatedState |
        | PAY-FLD-ContactUpdate-07 |      7 | public_key                       | singular | string                        |

  @PAY-FLD-ContactRequestPropagatedState @must
  Rule: The fields of ContactRequestPropagatedState have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "ContactRequestPropagatedState.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: ContactRequestPropagatedState
        | id                                       | number | field        | label    | type   |
        | PAY-FLD-ContactRequestPropagatedState-01 |      1 | local_clock  | singular | uint64 |
        | PAY-FLD-ContactRequestPropagatedState-02 |      2 | local_state  | singular | uint64 |
        | PAY-FLD-ContactRequestPropagatedState-03 |      3 | remote_clock | singular | uint64 |
        | PAY-FLD-ContactRequestPropagatedState-04 |      4 | remote_state | singular | uint64 |
