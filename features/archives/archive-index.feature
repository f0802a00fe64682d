Feature: Message history archive index
  61, "Message History Archive Index": what the announced index lists, and under which keys.

  Background:
    Given Alice runs a community with 2 channels
    And Carol said something each day from day 0 to day 20

  @ARCH-INDEX-01 @must @needs-archives.control @needs-virtual-clock
  Rule: Archives are there for all the time the community has existed

    Scenario: Eight weeks, found from the announced CID alone
      Given Carol said something each day from day 21 to day 55
      When time passes until the end of week 8
      Then the archives hold each message once

    Scenario: What was received before archives were on
      Given Alice switches archives off
      And time passes until day 5
      And Alice switches archives on
      When time passes until the end of week 1
      Then the archives hold each message once

    Scenario: A week in which Codex was down
      Given Codex treats Alice's requests so
        | requests | are     |
        | uploads  | refused |
      And time passes until day 8
      And Codex works again
      When time passes until the end of week 2
      Then the archives hold each message once

    @needs-archives.restart
    Scenario: A restart between two weeks
      Given time passes until day 10
      And Alice's node stopped at day 10
      And Alice's node starts at day 11
      When time passes until the end of week 3
      Then the archives hold each message once

  @ARCH-INDEX-02 @must @needs-archives.control @needs-virtual-clock
  Rule: Each archive covers a time of seven days

    Scenario: The ranges in the index
      When time passes until the end of week 3
      Then every entry of the index has
        | length | seven days |

  @ARCH-INDEX-03 @must @needs-archives.control @needs-virtual-clock
  Rule: Each archive is a file of its own

    Scenario: Two archives under two CIDs
      When time passes until the end of week 2
      Then every entry of the index has
        | CID     | of its own                          |
        | archive | one, with the metadata of the entry |

  @ARCH-INDEX-04 @must @needs-archives.control @needs-virtual-clock
  Rule: There is an index with metadata, by which a receiver can fetch just the archives it wants

    Scenario: The entries of the announced index
      When time passes until the end of week 2
      Then the announced index lists weeks 1 and 2
      And every entry of the index has
        | parts | from, to, topics and a CID |

  @ARCH-INDEX-05 @must @needs-archives.control @needs-virtual-clock
  Rule: An entry's key in the index is the keccak-256 hash of its metadata record

    Scenario: The keys in the announced index
      When time passes until the end of week 2
      Then every entry of the index has
        | key | the keccak-256 of the entry, in hex after 0x |

    @needs-archives.index-key
    Scenario: Keys of known entries
      Then a client makes of every case in "archives/indices" what it should

  @ARCH-INDEX-06 @must @needs-archives.control @needs-virtual-clock
  Rule: An entry's value is the metadata record of the archive it stands for

    Scenario: Entry and archive say the same
      When time passes until the end of week 3
      Then every entry of the index has
        | archive | one, with the metadata of the entry |

  @ARCH-INDEX-07 @must @needs-archives.control @needs-virtual-clock
  Rule: cid is the CID under which Codex gives out the archive

    Scenario: The CIDs of the index
      When time passes until the end of week 2
      Then every entry of the index has
        | CID | of a dataset      |
        | CID | as Codex answered |

  @ARCH-INDEX-08 @must @needs-archives.control @needs-virtual-clock
  Rule: WakuMessageArchiveIndexMetadata has version 1, metadata 2 and cid 3 as a string, and nothing of the torrent fields

    Scenario: The records of an entry
      When time passes until the end of week 1
      Then every WakuMessageArchiveIndexMetadata has only
        | field | wire type |
        | 1     | varint    |
        | 2     | length    |
        | 3     | length    |

    @needs-archives.member @pair
    Scenario Outline: An entry with <case> harms no other
      Given the control node has archives of weeks 1 to 2
      And the index is made with
        | an entry more | with <case> |
      And Bob is a member of the community
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index    |
        | weeks 1 to 2 |

      Examples: entries that lead nowhere
        | case             |
        | a torrent offset |
        | an empty CID     |
        | no metadata      |

  @ARCH-INDEX-09 @must @needs-archives.control @needs-virtual-clock
  Rule: WakuMessageArchiveIndex has one field, number 1, a map from string to metadata records

    Scenario: The records of the index
      When time passes until the end of week 3
      Then every WakuMessageArchiveIndex has only
        | field | wire type |
        | 1     | length    |
      And every entry of the index has
        | key   | a text of its own                                   |
        | value | a version, metadata and a CID, each in its own type |
      And the announced index lists weeks 1 to 3

    @needs-archives.member @pair
    Scenario Outline: An index with entries <case> can be read
      Given the control node has archives of weeks 1 to 3
      And the index is made with
        | entries | <case> |
      And Bob is a member of the community
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index    |
        | weeks 1 to 3 |

      Examples: maps that mean the same
        | case                    |
        | from new to old         |
        | with values before keys |
