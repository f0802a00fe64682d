Feature: Image content type
  62/STATUS-PAYLOADS, Image content type: what an image has, and what is done to it.

  @PAY-IMG-01 @must
  Rule: An image has its bytes

    Scenario: As bytes
      When Bob decodes the vector "ImageMessage.payload"
      Then he reads what was written

    @needs-payloads.node @needs-payloads.content.IMAGE
    Scenario Outline: Received with <image>
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | content_type | IMAGE   |
        | image        | <image> |
      Then Bob <answer> it

      Examples: with and without bytes, and without an image
        | image                         | answer   |
        | {"payload":"ff","type":"PNG"} | takes    |
        | {"type":"PNG"}                | discards |
        | absent                        | discards |

  @PAY-IMG-02 @must
  Rule: An image has a type

    Scenario Outline: <vector>
      When Bob decodes the vector "<vector>"
      Then he reads what was written

      Examples: each of them
        | vector                 |
        | ImageMessage.type=PNG  |
        | ImageMessage.type=JPEG |
        | ImageMessage.type=WEBP |
        | ImageMessage.type=GIF  |

    @needs-payloads.node @needs-payloads.content.IMAGE
    Scenario Outline: Received as <image>
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | content_type | IMAGE   |
        | image        | <image> |
      Then Bob <answer> it

      Examples: known, and none
        | image                          | answer   |
        | {"payload":"ff","type":"JPEG"} | takes    |
        | {"payload":"ff"}               | discards |

  @PAY-IMG-03 @must @needs-payloads.media
  Rule: An image is sanitised before it is used

    Scenario Outline: <file>
      When Bob takes in <file> as <type>
      Then nothing harmful is left

      Examples: files that harm careless decoders
        | file                                      | type |
        | a PNG that claims 65535 by 65535 pixels   | PNG  |
        | a PNG whose chunk is longer than the file | PNG  |
        | a JPEG whose segment has no length        | JPEG |
        | an HTML page                              | PNG  |
        | an HTML page                              | GIF  |
        | an SVG with a script                      | PNG  |
        | random bytes                              | JPEG |

    Scenario Outline: A sound <type> is kept
      When Bob takes in <file> as <type>
      Then its content is left as it was

      Examples: one of each type
        | file         | type |
        | a sound PNG  | PNG  |
        | a sound JPEG | JPEG |
        | a sound WEBP | WEBP |
        | a sound GIF  | GIF  |

  @PAY-IMG-05 @should @needs-payloads.media
  Rule: Metadata is stripped from what comes in

    Scenario Outline: <file>
      When Bob takes in <file> as <type>
      Then its content is left as it was
      And no metadata is left

      Examples: every container and place of metadata
        | file                            | type |
        | a JPEG with EXIF                | JPEG |
        | a JPEG with XMP                 | JPEG |
        | a JPEG with a comment           | JPEG |
        | a JPEG with EXIF that is broken | JPEG |
        | a PNG with EXIF                 | PNG  |
        | a PNG with text                 | PNG  |
        | a WEBP with EXIF                | WEBP |
        | a WEBP with XMP                 | WEBP |

  @PAY-IMG-06 @should @needs-payloads.media
  Rule: Metadata is not sent

    Scenario Outline: <file>
      When Bob prepares <file> to be sent
      Then its content is left as it was
      And no metadata is left

      Examples: every container and place of metadata
        | file             |
        | a JPEG with EXIF |
        | a JPEG with XMP  |
        | a PNG with text  |
        | a PNG with EXIF  |
        | a WEBP with EXIF |

  @PAY-IMG-07 @must @needs-payloads.media
  Rule: An image is no larger than the client can handle

    Scenario Outline: <file>
      When Bob takes in <file> as PNG
      Then Bob <answer> it

      Examples: one byte apart
        | file                      | answer  |
        | a PNG of the largest size | keeps   |
        | a PNG one byte larger     | refuses |

    @needs-payloads.node @needs-payloads.content.IMAGE
    Scenario Outline: Received: <file>
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | content_type | IMAGE  |
        | image        | <file> |
      Then Bob <answer> it

      Examples: one byte apart
        | file                      | answer   |
        | a PNG of the largest size | takes    |
        | a PNG one byte larger     | discards |

  @PAY-FLD-ImageMessage @must
  Rule: The fields of ImageMessage have their numbers and types

    Scenario Outline: <id>: <field> is <number>, <label> <type>
      When Bob encodes and decodes only "ImageMessage.<field>", number <number>, <label> <type>
      Then <field> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: ImageMessage
        | id                      | number | field   | label    | type                   |
        | PAY-FLD-ImageMessage-01 |      1 | payload | singular | bytes                  |
        | PAY-FLD-ImageMessage-02 |      2 | type    | singular | ImageMessage.ImageType |

  @PAY-ENUM-ImageMessage-ImageType @must
  Rule: The values of ImageMessage.ImageType have their numbers

    Scenario Outline: <id>: <name> is <number>
      When Bob encodes and decodes <name> of ImageMessage.ImageType, number <number>
      Then <name> is written as number <number>
      And it is read from number <number> and from none beside it

      Examples: ImageMessage.ImageType
        | id                                 | name               | number |
        | PAY-ENUM-ImageMessage-ImageType-00 | UNKNOWN_IMAGE_TYPE |      0 |
        | PAY-ENUM-ImageMessage-ImageType-01 | PNG                |      1 |
        | PAY-ENUM-ImageMessage-ImageType-02 | JPEG               |      2 |
        | PAY-ENUM-ImageMessage-ImageType-03 | WEBP               |      3 |
        | PAY-ENUM-ImageMessage-ImageType-04 | GIF                |      4 |
