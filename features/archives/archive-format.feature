Feature: Message history archives
  61, "WakuMessageHistoryArchive", and what the text no longer has: the bytes of the archive file.

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
      Then from and to of every archive are in nanoseconds

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
      Given the same payload was sent at day 1 and at day 2
      When time passes until the end of week 1
      Then the archives hold each message once

    Scenario: A message that Alice cannot read
      Given Carol said "sealed" at day 1 that Alice cannot read
      When time passes until the end of week 1
      Then the archive of week 1 holds "sealed"

  @ARCH-FMT-06 @must @needs-archives.control @needs-virtual-clock
  Rule: An archive holds no message from outside its range or topics

    Scenario: Each archive has its own week alone
      When time passes until the end of week 2
      Then every archived message is of the week of its archive
      And every archived message was sent

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
      And 1 minute passes
      Then Bob has the messages of weeks 1 to 3

  @ARCH-FMT-09 @must @needs-archives.control @needs-virtual-clock
  Rule: version is a number of one byte, written as a varint of 255 at most

    Scenario: The versions of archive, metadata and index
      When time passes until the end of week 1
      Then every version is the same and at most 255

    @needs-archives.member @pair
    Scenario Outline: An archive of version <version> does no harm
      Given the control node has archives of weeks 1 to 2
      And the archive of week 3 is made with
        | version | <version> |
      And Bob is a member of the community
      When the control node announces its index
      And 1 minute passes
      Then Bob has the messages of weeks 1 and 2 at least

      Examples: versions of the future
        | version |
        | 7       |
        | 256     |

  @ARCH-REM-01 @may @needs-archives.control @needs-virtual-clock
  Rule: Archives have no padding field and are not padded to the size of a torrent piece

    Scenario: No padding in the file or after it
      When time passes until the end of week 1
      Then the archive of week 1 has
        | end | no padding |

  @ARCH-REM-02 @may @needs-archives.control @needs-virtual-clock
  Rule: Index entries have neither offset nor number of pieces

    Scenario: An index that is written
      When time passes until the end of week 1
      Then every entry of the index has
        | parts | no offset and no number of pieces |

    @needs-archives.member @pair
    Scenario: A torrent index that is read
      Given the control node has archives of weeks 1 to 2
      And the index has an entry with "a torrent offset" beside them
      And Bob is a member of the community
      When the control node announces its index
      And 1 minute passes
      Then Bob has downloaded
        | the index    |
        | weeks 1 to 2 |

  @ARCH-REM-03 @may @needs-archives.control @needs-virtual-clock
  Rule: No magnet link is made or sent

    Scenario: What is announced
      When time passes until the end of week 1
      Then no announcement and no entry of the index is a magnet link

    @needs-archives.member @pair
    Scenario: A magnet link is not handed to Codex
      Given the control node has archives of weeks 1 to 2
      And Bob is a member of the community
      And the control node announces "a magnet link"
      And 1 minute passes
      When the control node announces its index
      And 1 minute passes
      Then Bob has not asked Codex for "a magnet link"
      And Bob has downloaded the index

  @ARCH-REM-04 @may @needs-archives.control @needs-virtual-clock
  Rule: Archives need not be laid end to end in one file that only grows

    Scenario: The second archive has nothing of the first
      When time passes until the end of week 2
      Then no archive file contains another one
      And the archives hold each message once
