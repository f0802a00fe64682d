Feature: ChatIdentity
  62/STATUS-PAYLOADS, ChatIdentity, with the parts that 56 defines.

  @PAY-ID-01 @must @needs-payloads.node @needs-payloads.acts
  Rule: The time of the first message counts seconds; 1 says that there is none

    Scenario: An empty channel
      Given Bob controls a community with the channel "general"
      When Bob publishes the community
      Then each CommunityDescription has
        | chats.general.identity.first_message_timestamp | 1 |

    Scenario Outline: A first message at <time>
      Given the time is <time>
      And Bob controls a community with the channel "general"
      And Bob sent the ChatMessage "m1"
      When Bob publishes the community
      Then each CommunityDescription has
        | chats.general.identity.first_message_timestamp | <seconds> |

      Examples: whole seconds of it
        | time          | seconds    |
        | 1757930643123 | 1757930643 |
        | 1757930643999 | 1757930643 |

    Scenario: A second message changes nothing
      Given the time is 1757930643123
      And Bob controls a community with the channel "general"
      And Bob sent the ChatMessage "m1"
      And the time is 1757930743123
      And Bob sent the ChatMessage "m2"
      When Bob publishes the community
      Then each CommunityDescription has
        | chats.general.identity.first_message_timestamp | 1757930643 |

  @PAY-ID-02 @must @needs-payloads.node @needs-payloads.contacts
  Rule: An ENS name counts if it belongs to the key

    Scenario: Its own
      Given the name "carol.eth" belongs to Carol
      When Bob receives the ChatIdentity "identity" from Carol with
        | ens_name | carol.eth |
      Then Bob knows of Carol
        | ens_name | carol.eth |
        | verified | true      |

    Scenario Outline: <name>
      Given the name "carol.eth" belongs to Carol
      When Bob receives the ChatIdentity "identity" from Mallory with
        | ens_name | <name> |
      Then Bob knows of Mallory
        | ens_name | <name> |
        | verified | false  |

      Examples: somebody else's, and nobody's
        | name        |
        | carol.eth   |
        | mallory.eth |

  @PAY-ID-03 @must
  Rule: Images are a map by name

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples:
        | vector              |
        | ChatIdentity.images |
        | ChatIdentity/full   |

  @PAY-FLD-ChatIdentity @must
  Rule: The fields of ChatIdentity have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "ChatIdentity.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: ChatIdentity
        | id                      | number | field                   | label    | type          |
        | PAY-FLD-ChatIdentity-01 |      1 | clock                   | singular | uint64        |
        | PAY-FLD-ChatIdentity-02 |      2 | ens_name                | singular | string        |
        | PAY-FLD-ChatIdentity-03 |      3 | images                  | map      | IdentityImage |
        | PAY-FLD-ChatIdentity-04 |      4 | display_name            | singular | string        |
        | PAY-FLD-ChatIdentity-05 |      5 | description             | singular | string        |
        | PAY-FLD-ChatIdentity-06 |      6 | color                   | singular | string        |
        | PAY-FLD-ChatIdentity-07 |      7 | emoji                   | singular | string        |
        | PAY-FLD-ChatIdentity-08 |      8 | social_links            | repeated | SocialLink    |
        | PAY-FLD-ChatIdentity-09 |      9 | first_message_timestamp | singular | uint32        |

  @PAY-FLD-IdentityImage @must
  Rule: The fields of IdentityImage have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "IdentityImage.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: IdentityImage
        | id                       | number | field           | label    | type                     |
        | PAY-FLD-IdentityImage-01 |      1 | payload         | singular | bytes                    |
        | PAY-FLD-IdentityImage-02 |      2 | source_type     | singular | IdentityImage.SourceType |
        | PAY-FLD-IdentityImage-03 |      3 | image_type      | singular | ImageMessage.ImageType   |
        | PAY-FLD-IdentityImage-04 |      4 | encryption_keys | repeated | bytes                    |
        | PAY-FLD-IdentityImage-05 |      5 | encrypted       | singular | bool                     |

  @PAY-ENUM-IdentityImage-SourceType @must
  Rule: The values of IdentityImage.SourceType have their numbers

    Scenario Outline: <id>: <name> is <number>
      When Bob encodes and decodes <name> of IdentityImage.SourceType, number <number>
      Then <name> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: IdentityImage.SourceType
        | id                                   | name                | number |
        | PAY-ENUM-IdentityImage-SourceType-00 | UNKNOWN_SOURCE_TYPE |      0 |
        | PAY-ENUM-IdentityImage-SourceType-01 | RAW_PAYLOAD         |      1 |
        | PAY-ENUM-IdentityImage-SourceType-02 | ENS_AVATAR          |      2 |

  @PAY-FLD-SocialLink @must
  Rule: The fields of SocialLink have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "SocialLink.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: SocialLink
        | id                    | number | field | label    | type   |
        | PAY-FLD-SocialLink-01 |      1 | text  | singular | string |
        | PAY-FLD-SocialLink-02 |      2 | url   | singular | string |
