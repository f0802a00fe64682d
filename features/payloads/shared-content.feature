Feature: Community and Discord content types
  62/STATUS-PAYLOADS, Community content type and DiscordMessage content type.

  @PAY-COM-01 @must @needs-payloads.node @needs-payloads.content.COMMUNITY
  Rule: A shared community is a description of it

    Scenario Outline: Received with <community>
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | content_type | COMMUNITY   |
        | community    | <community> |
      Then Bob <answer> it

      Examples: a description under the declared reading, and no description
        | community     | answer   |
        | a description | takes    |
        | ffff          | discards |
        | absent        | discards |

    Scenario: Sent
      Given Bob is in the public chat "status"
      When Bob sends the ChatMessage "m1" with
        | content_type | COMMUNITY     |
        | community    | a description |
      Then "m1" has
        | community | a description |

  @PAY-DIS-01 @must
  Rule: A shared Discord message is field 99

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples:
        | vector                           |
        | ChatMessage.discord_message      |
        | ChatMessage/full/discord_message |

    @needs-payloads.node @needs-payloads.content.DISCORD_MESSAGE
    Scenario Outline: Received with <message>
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | content_type    | DISCORD_MESSAGE |
        | discord_message | <message>       |
      Then Bob <answer> it

      Examples: set, and not
        | message                   | answer   |
        | {"id":"1","content":"hi"} | takes    |
        | absent                    | discards |

  @PAY-FLD-DiscordMessage @must
  Rule: The fields of DiscordMessage have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "DiscordMessage.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: DiscordMessage
        | id                        | number | field           | label    | type                     |
        | PAY-FLD-DiscordMessage-01 |      1 | id              | singular | string                   |
        | PAY-FLD-DiscordMessage-02 |      2 | type            | singular | string                   |
        | PAY-FLD-DiscordMessage-03 |      3 | timestamp       | singular | string                   |
        | PAY-FLD-DiscordMessage-04 |      4 | timestampEdited | singular | string                   |
        | PAY-FLD-DiscordMessage-05 |      5 | content         | singular | string                   |
        | PAY-FLD-DiscordMessage-06 |      6 | author          | singular | DiscordMessageAuthor     |
        | PAY-FLD-DiscordMessage-07 |      7 | reference       | singular | DiscordMessageReference  |
        | PAY-FLD-DiscordMessage-08 |      8 | attachments     | repeated | DiscordMessageAttachment |

  @PAY-FLD-DiscordMessageAuthor @must
  Rule: The fields of DiscordMessageAuthor have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "DiscordMessageAuthor.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: DiscordMessageAuthor
        | id                              | number | field              | label    | type   |
        | PAY-FLD-DiscordMessageAuthor-01 |      1 | id                 | singular | string |
        | PAY-FLD-DiscordMessageAuthor-02 |      2 | name               | singular | string |
        | PAY-FLD-DiscordMessageAuthor-03 |      3 | discriminator      | singular | string |
        | PAY-FLD-DiscordMessageAuthor-04 |      4 | nickname           | singular | string |
        | PAY-FLD-DiscordMessageAuthor-05 |      5 | avatarUrl          | singular | string |
        | PAY-FLD-DiscordMessageAuthor-06 |      6 | avatarImagePayload | singular | bytes  |
        | PAY-FLD-DiscordMessageAuthor-07 |      7 | localUrl           | singular | string |

  @PAY-FLD-DiscordMessageReference @must
  Rule: The fields of DiscordMessageReference have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "DiscordMessageReference.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: DiscordMessageReference
        | id                                 | number | field     | label    | type   |
        | PAY-FLD-DiscordMessageReference-01 |      1 | messageId | singular | string |
        | PAY-FLD-DiscordMessageReference-02 |      2 | channelId | singular | string |
        | PAY-FLD-DiscordMessageReference-03 |      3 | guildId   | singular | string |

  @PAY-FLD-DiscordMessageAttachment @must
  Rule: The fields of DiscordMessageAttachment have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "DiscordMessageAttachment.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: DiscordMessageAttachment
        | id                                  | number | field         | label    | type   |
        | PAY-FLD-DiscordMessageAttachment-01 |      1 | id            | singular | string |
        | PAY-FLD-DiscordMessageAttachment-02 |      2 | messageId     | singular | string |
        | PAY-FLD-DiscordMessageAttachment-03 |      3 | url           | singular | string |
        | PAY-FLD-DiscordMessageAttachment-04 |      4 | fileName      | singular | string |
        | PAY-FLD-DiscordMessageAttachment-05 |      5 | fileSizeBytes | singular | uint64 |
        | PAY-FLD-DiscordMessageAttachment-06 |      6 | contentType   | singular | string |
        | PAY-FLD-DiscordMessageAttachment-07 |      7 | payload       | singular | bytes  |
        | PAY-FLD-DiscordMessageAttachment-08 |      8 | localUrl      | singular | string |
