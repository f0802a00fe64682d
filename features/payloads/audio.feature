Feature: Audio content type
  62/STATUS-PAYLOADS, Audio content type: what a recording has, and what is done to it.

  @PAY-AUD-01 @must
  Rule: A recording has its bytes

    Scenario: As bytes
      When Bob decodes the vector "AudioMessage.payload"
      Then he reads what was written

    @needs-payloads.node @needs-payloads.content.AUDIO
    Scenario Outline: Received with <audio>
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | content_type | AUDIO   |
        | audio        | <audio> |
      Then Bob <answer> it

      Examples: with and without bytes, and without a recording
        | audio                                              | answer   |
        | {"payload":"ff","type":"AAC","duration_ms":"1500"} | takes    |
        | {"type":"AAC","duration_ms":"1500"}                | discards |
        | absent                                             | discards |

  @PAY-AUD-02 @must
  Rule: A recording has a type

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples: each of them
        | vector                |
        | AudioMessage.type=AAC |
        | AudioMessage.type=AMR |

    @needs-payloads.node @needs-payloads.content.AUDIO
    Scenario Outline: Received as <audio>
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | content_type | AUDIO   |
        | audio        | <audio> |
      Then Bob <answer> it

      Examples: known, and none
        | audio                                              | answer   |
        | {"payload":"ff","type":"AMR","duration_ms":"1500"} | takes    |
        | {"payload":"ff","duration_ms":"1500"}              | discards |

  @PAY-AUD-03 @must @needs-payloads.media
  Rule: A recording has its length in milliseconds

    Scenario Outline: <length>
      When Bob prepares <recording> to be sent
      Then it has
        | duration_ms | <duration> |

      Examples: within 32 bits, and beyond
        | length              | recording                              | duration   |
        | A second and a half | a recording of 1500 milliseconds       |       1500 |
        | Fifty days          | a recording of 4320000000 milliseconds | 4320000000 |

    Scenario: As a 64-bit number
      When Bob decodes the vector "AudioMessage.duration_ms"
      Then he reads what was written

  @PAY-AUD-04 @must @needs-payloads.media
  Rule: A recording is sanitised before it is used

    Scenario Outline: <file>
      When Bob takes in <file> as <type>
      Then nothing harmful is left

      Examples: files that harm careless decoders
        | file                                     | type |
        | an AAC whose tag is longer than the file | AAC  |
        | an HTML page                             | AMR  |
        | a sound AMR                              | AAC  |
        | random bytes                             | AAC  |

    Scenario Outline: A sound <type> is kept
      When Bob takes in <file> as <type>
      Then its content is left as it was

      Examples: one of each type
        | file        | type |
        | a sound AAC | AAC  |
        | a sound AMR | AMR  |

  @PAY-AUD-06 @should @needs-payloads.media
  Rule: Metadata is stripped from what comes in

    Scenario Outline: <file>
      When Bob takes in <file> as AAC
      Then its content is left as it was
      And no metadata is left

      Examples: before and after the sound
        | file                     |
        | an AAC with ID3 in front |
        | an AAC with ID3 behind   |
        | an AAC with broken ID3   |

  @PAY-AUD-07 @should @needs-payloads.media
  Rule: Metadata is not sent

    Scenario Outline: <file>
      When Bob prepares <file> to be sent
      Then its content is left as it was
      And no metadata is left

      Examples: before and after the sound
        | file                     |
        | an AAC with ID3 in front |
        | an AAC with ID3 behind   |

  @PAY-AUD-08 @must @needs-payloads.media
  Rule: A recording is no larger than the client can handle

    Scenario Outline: <file>
      When Bob takes in <file> as AAC
      Then Bob <answer> it

      Examples: one byte apart
        | file                       | answer  |
        | an AAC of the largest size | keeps   |
        | an AAC one byte larger     | refuses |

    @needs-payloads.node @needs-payloads.content.AUDIO
    Scenario Outline: Received: <file>
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | content_type | AUDIO  |
        | audio        | <file> |
      Then Bob <answer> it

      Examples: one byte apart
        | file                       | answer   |
        | an AAC of the largest size | takes    |
        | an AAC one byte larger     | discards |

  @PAY-FLD-AudioMessage @must
  Rule: The fields of AudioMessage have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "AudioMessage.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: AudioMessage
        | id                      | number | field       | label    | type                   |
        | PAY-FLD-AudioMessage-01 |      1 | payload     | singular | bytes                  |
        | PAY-FLD-AudioMessage-02 |      2 | type        | singular | AudioMessage.AudioType |
        | PAY-FLD-AudioMessage-03 |      3 | duration_ms | singular | uint64                 |

  @PAY-ENUM-AudioMessage-AudioType @must
  Rule: The values of AudioMessage.AudioType have their numbers

    Scenario Outline: <id>: <name> is <number>
      When Bob encodes and decodes <name> of AudioMessage.AudioType, number <number>
      Then <name> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: AudioMessage.AudioType
        | id                                 | name               | number |
        | PAY-ENUM-AudioMessage-AudioType-00 | UNKNOWN_AUDIO_TYPE |      0 |
        | PAY-ENUM-AudioMessage-AudioType-01 | AAC                |      1 |
        | PAY-ENUM-AudioMessage-AudioType-02 | AMR                |      2 |
