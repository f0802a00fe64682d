Feature: Devices of one user
  62/STATUS-PAYLOADS, SyncInstallationContactV2, SyncInstallationPublicChat and SyncPairInstallation.

  @PAY-SIC-01 @must @needs-payloads.node @needs-payloads.acts
  Rule: A contact is told to the user's other devices, and to nobody else

    Scenario: With a paired device
      Given Bob has another device
      When Bob adds Carol to his contacts
      Then each SyncInstallationContactV2 has
        | to    | his devices |
        | id    | {Carol}     |
        | added | true        |

  @PAY-SIC-02 @must
  Rule: The profile image is base64 text

    Scenario: As text
      When Bob decodes a random SyncInstallationContactV2 with
        | profile_image | +/8= |
      Then he reads what was written

  @PAY-SIC-03 @must
  Rule: The tags are field 6

    Scenario Outline: <tag>
      When Bob decodes a random SyncInstallationContactV2 with
        | system_tags | <tag> |
      Then he reads what was written

      Examples: the three that exist, each with its colon
        | tag                       |
        | :contact/added            |
        | :contact/blocked          |
        | :contact/request-received |

    Scenario: By number
      When Bob decodes the vector "SyncInstallationContactV2.system_tags"
      Then he reads what was written

  @PAY-SPC-01 @must @needs-payloads.node @needs-payloads.acts
  Rule: A public chat is told to the user's other devices, and to nobody else

    Scenario: With a paired device
      Given Bob has another device
      When Bob joins the public chat "status"
      Then each SyncInstallationPublicChat has
        | to | his devices |
        | id | status      |

  @PAY-SPI-01 @must @needs-payloads.node @needs-payloads.acts
  Rule: A device is described to the user's other devices, and to nobody else

    Scenario: With its name and type
      Given Bob has another device
      When Bob describes his device as
        | device_type | desktop |
        | name        | at home |
      Then each SyncPairInstallation has
        | to          | his devices |
        | device_type | desktop     |
        | name        | at home     |

  @PAY-SPI-02 @must @needs-payloads.node @needs-payloads.acts
  Rule: The id of an installation is random, and stays

    Scenario: Two devices of one user
      Given Bob has another device
      And Bob described his device as
        | device_type | desktop |
        | name        | at home |
      When Bob describes his device as
        | device      | the other one |
        | device_type | ios           |
        | name        | on the way    |
      Then each SyncPairInstallation has
        | installation_id | a new one |

    @needs-payloads.restart
    Scenario: After a restart
      Given Bob has another device
      And Bob described his device as
        | device_type | desktop |
        | name        | at home |
      And Bob was restarted
      When Bob describes his device as
        | device_type | desktop |
        | name        | at home |
      Then each SyncPairInstallation has
        | installation_id | as before |

  @PAY-SPI-03 @must @needs-payloads.node @needs-payloads.acts
  Rule: The type of a device is ios, android or desktop

    Scenario Outline: <type>
      Given Bob has another device
      When Bob describes his device as
        | device_type | <type> |
        | name        | mine   |
      Then each SyncPairInstallation has
        | device_type | <type> |

      Examples:
        | type    |
        | ios     |
        | android |
        | desktop |

  @PAY-SPI-04 @must
  Rule: The version is an unsigned number for local pairing

    Scenario: As a number
      When Bob decodes the vector "SyncPairInstallation.version"
      Then he reads what was written

    @needs-payloads.node @needs-payloads.acts
    Scenario: Not sent over the network
      Given Bob has another device
      When Bob describes his device as
        | device_type | desktop |
        | name        | at home |
      Then each SyncPairInstallation has
        | version | absent  |
        | name    | at home |

  @PAY-FLD-SyncInstallationContactV2 @must
  Rule: The fields of SyncInstallationContactV2 have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "SyncInstallationContactV2.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: SyncInstallationContactV2
        | id                                   | number | field                        | label    | type   |
        | PAY-FLD-SyncInstallationContactV2-01 |      1 | last_updated_locally         | singular | uint64 |
        | PAY-FLD-SyncInstallationContactV2-02 |      2 | id                           | singular | string |
        | PAY-FLD-SyncInstallationContactV2-03 |      3 | profile_image                | singular | string |
        | PAY-FLD-SyncInstallationContactV2-04 |      4 | ens_name                     | singular | string |
        | PAY-FLD-SyncInstallationContactV2-05 |      5 | last_updated                 | singular | uint64 |
        | PAY-FLD-SyncInstallationContactV2-06 |      6 | system_tags                  | repeated | string |
        | PAY-FLD-SyncInstallationContactV2-07 |      7 | local_nickname               | singular | string |
        | PAY-FLD-SyncInstallationContactV2-09 |      9 | added                        | singular | bool   |
        | PAY-FLD-SyncInstallationContactV2-10 |     10 | blocked                      | singular | bool   |
        | PAY-FLD-SyncInstallationContactV2-11 |     11 | muted                        | singular | bool   |
        | PAY-FLD-SyncInstallationContactV2-12 |     12 | removed                      | singular | bool   |
        | PAY-FLD-SyncInstallationContactV2-13 |     13 | has_added_us                 | singular | bool   |
        | PAY-FLD-SyncInstallationContactV2-14 |     14 | verification_status          | singular | int64  |
        | PAY-FLD-SyncInstallationContactV2-15 |     15 | trust_status                 | singular | int64  |
        | PAY-FLD-SyncInstallationContactV2-16 |     16 | contact_request_local_state  | singular | int64  |
        | PAY-FLD-SyncInstallationContactV2-17 |     17 | contact_request_local_clock  | singular | int64  |
        | PAY-FLD-SyncInstallationContactV2-18 |     18 | contact_request_remote_state | singular | int64  |
        | PAY-FLD-SyncInstallationContactV2-19 |     19 | contact_request_remote_clock | singular | int64  |
        | PAY-FLD-SyncInstallationContactV2-20 |     20 | display_name                 | singular | string |

  @PAY-FLD-SyncInstallationPublicChat @must
  Rule: The fields of SyncInstallationPublicChat have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "SyncInstallationPublicChat.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: SyncInstallationPublicChat
        | id                                    | number | field | label    | type   |
        | PAY-FLD-SyncInstallationPublicChat-01 |      1 | clock | singular | uint64 |
        | PAY-FLD-SyncInstallationPublicChat-02 |      2 | id    | singular | string |

  @PAY-FLD-SyncPairInstallation @must
  Rule: The fields of SyncPairInstallation have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "SyncPairInstallation.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: SyncPairInstallation
        | id                              | number | field           | label    | type   |
        | PAY-FLD-SyncPairInstallation-01 |      1 | clock           | singular | uint64 |
        | PAY-FLD-SyncPairInstallation-02 |      2 | installation_id | singular | string |
        | PAY-FLD-SyncPairInstallation-03 |      3 | device_type     | singular | string |
        | PAY-FLD-SyncPairInstallation-04 |      4 | name            | singular | string |
        | PAY-FLD-SyncPairInstallation-05 |      5 | version         | singular | uint32 |
