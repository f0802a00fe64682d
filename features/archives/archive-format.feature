Feature: Message history archives
  61, "WakuMessageHistoryArchive": the bytes of the archive file.

  Background:
    Given Alice runs a community with 2 channels
    And Carol said something each day from day 2 to day 11

  @ARCH-FMT-01 @should @needs-archives.control @needs-virtual-clock
  Rule: from holds the time at which the range of the archive begins

    Scenario: A week that begins quietly
      When time passes until the end of week 2
      Then the archive of week 1 has
        | from | the start of the week |
      And the archive of week 2 has
        | from | the start of the week |

  @ARCH-FMT-02 @must @needs-archives.control @needs-virtual-clock
  Rule: from and to count time as the timestamp of a Waku message does, in nanoseconds since 1970

    Scenario: The magnitude of from and to
      When time passes until the end of week 1
      Then every listed archive has
        | from and to | in nanoseconds |

    Scenario: No digit is lost
      When time passes until the end of week 1
      Then the archive of week 1 has
        | length | seven days |

  @ARCH-FMT-03 @should @needs-archives.control @needs-virtual-clock
  Rule: to holds the time at which the range of the archive ends

    Scenario: A week that ends quietly
      When time passes until the end of week 2
      Then the archive of week 1 has
        | to | the end of the week |
      And the archive of week 2 has
        | to | the end of the week |

  @ARCH-FMT-04 @must @needs-archives.control @needs-virtual-clock
  Rule: contentTopic lists the topics of all channels of the community

    Scenario: The topics of channels with and without traffic
      When time passes until the end of week 1
      Then the archive of week 1 has
        | topics | those of all channels, each once |

    Scenario: A channel that was created later
      Given Alice creates another channel
      When time passes until the end of week 1
      Then the archive of week 1 has
        | topics | those of all channels, each once |

  @ARCH-FMT-05 @must @needs-archives.control @needs-virtual-clock
  Rule: An archive holds every message of its range and topics

    Scenario: A thousand and one messages
      Given Carol said 1001 messages on day 1
      When time passes until the end of week 1
      Then the archives hold each message once

    Scenario: Equal payloads with different timestamps
      Given Carol said
        | text | at    | how                   |
        | same | day 1 |                       |
        | same | day 2 | with the same payload |
      When time passes until the end of week 1
      Then the archives hold each message once

    Scenario: A message that Alice cannot read
      Given Carol said
        | text   | at    | how                    |
        | sealed | day 1 | that Alice cannot read |
      When time passes until the end of week 1
      Then the archive of week 1 holds "sealed"

  @ARCH-FMT-06 @must @needs-archives.control @needs-virtual-clock
  Rule: An archive holds no message from outside its range or topics

    Scenario: Each archive has its own week alone
      When time passes until the end of week 2
      Then every listed archive has
        | messages | of its range alone |
        | messages | that were sent     |

  @ARCH-FMT-07 @must @needs-archives.control @needs-virtual-clock
  Rule: WakuMessageArchiveMetadata has version 1, from 2 and to 3 as uint64, and contentTopic 4 as a list of strings

    Scenario: The records of the metadata
      When time passes until the end of week 1
      Then every WakuMessageArchiveMetadata has only
        | field | wire type |
        | 1     | varint    |
        | 2     | varint    |
        | 3     | varint    |
        | 4     | length    |
      And the archive of week 1 has
        | from | before to |

  @ARCH-FMT-08 @must @needs-archives.control @needs-virtual-clock
  Rule: WakuMessageArchive has version 1, metadata 2 and messages 3, and no other field

    Scenario: The records of the archive
      When time passes until the end of week 1
      Then every WakuMessageArchive has only
        | field | wire type |
        | 1     | varint    |
        | 2     | length    |
        | 3     | length    |

    @needs-archives.member @pair
    Scenario: An archive of an old writer with padding can be read
      Given the control node has archives of weeks 1 to 2
      And the archive of week 3 is made with
        | padding of old | 1000 |
      And Bob is a member of the community
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 to 3

  @ARCH-FMT-09 @must @needs-archives.control @needs-virtual-clock
  Rule: version is a number of one byte, written as a varint of 255 at most

    Scenario: The versions of archive, metadata and index
      When time passes until the end of week 1
      Then every listed archive has
        | versions | the same everywhere, at most 255 |

    @needs-archives.member @pair
    Scenario Outline: An archive of version <version> does no harm
      Given the control node has archives of weeks 1 to 2
      And the archive of week 3 is made with
        | version | <version> |
      And Bob is a member of the community
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 and 2 at least

      Examples: versions of the future
        | version |
        | 7       |
        | 256     |
