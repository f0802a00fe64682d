Feature: Archive records of 62
  62/STATUS-PAYLOADS as far as archives go through it: the announcement, the response to a new member, the
  description.

  @XREF-62-01 @must @needs-virtual-clock
  Rule: CommunityMessageArchive has clock 1 as uint64 and cid 2 as string, where a magnet link used to be

    @needs-archives.control
    Scenario: The records of an announcement
      Given Alice runs a community with 2 channels
      And Carol said "hello" at day 1
      When time passes until the end of week 1
      Then every CommunityMessageArchive has only
        | field | wire type |
        | 1     | varint    |
        | 2     | length    |
      And every announcement has
        | content | a clock, the CID of an index and nothing else |

    @needs-archives.member
    Scenario: A magnet link of old is not followed
      Given the control node has archives of weeks 1 to 2
      And Bob is a member of the community
      When the control node announces "a magnet link"
      And 60 seconds pass
      Then Bob has not asked Codex for "anything"

  @XREF-62-02 @must @needs-archives.control @needs-archives.membership
  Rule: CommunityRequestToJoinResponse has in field 6 the CID of the newest index

    @needs-virtual-clock
    Scenario: A member that is accepted after the second archive
      Given Alice runs a community with 2 channels
      And Carol said something each day from day 0 to day 13
      And time passes until the end of week 2
      And Carol asked to join
      When Alice accepts Carol
      Then Alice has sent a response with
        | CID | the one announced last |

    Scenario: A member that is accepted before there is an archive
      Given Alice runs a community with 2 channels
      And Carol asked to join
      When Alice accepts Carol
      Then Alice has sent a response with
        | CID | none |

  @XREF-62-03 @may @needs-archives.control @needs-virtual-clock
  Rule: CommunityDescription has in field 9 the clock of the newest archive message

    Scenario: The description after an announcement
      Given Alice runs a community with 2 channels
      And Carol said "hello" at day 1
      When time passes until day 9
      Then the last description has
        | archive clock | that of the last announcement |
