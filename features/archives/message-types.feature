Feature: MVDS usage of message types
  STATUS-MVDS-USAGE, "Message types": the row of the archive announcement, which was renamed, and a neighbour.

  @MVDS-ARCH-01 @must
  Rule: The table has COMMUNITY_MESSAGE_ARCHIVE_INDEX as a type of community chats, without MVDS and without need of end-to-end reliability

    @needs-archives.message-types
    Scenario: The row
      When a client looks COMMUNITY_MESSAGE_ARCHIVE_INDEX up
      Then the row says MVDS "No", reliability "No", chat "CommunityChat"

    @needs-archives.control @needs-virtual-clock
    Scenario: What is sent
      Given Alice runs a community with 2 channels
      And Carol said "hello" at day 1
      When time passes until the end of week 1
      Then every announcement has
        | wrapper | an ApplicationMetadataMessage with a signature and a type |

  @MVDS-ARCH-02 @may
  Rule: A type for magnet links of archives is not in the table

    @needs-archives.message-types
    Scenario: The names
      When a client names its message types
      Then COMMUNITY_MESSAGE_ARCHIVE_INDEX is named 1 times
      And COMMUNITY_MESSAGE_ARCHIVE_MAGNETLINK is named 0 times

    @needs-archives.control @needs-virtual-clock
    Scenario: What is sent
      Given Alice runs a community with 2 channels
      And Carol said "hello" at day 1
      When time passes until the end of week 1
      Then every announcement has
        | CID | no magnet link |
      And every entry of the index has
        | CID | no magnet link |

  @MVDS-ARCH-03 @must @needs-virtual-clock
  Rule: The archive announcement is sent outside MVDS: no datasync envelope, no acknowledgement, no resending

    @needs-archives.control
    Scenario: No envelope and no resending
      Given Alice runs a community with 2 channels
      And Carol said something each day from day 0 to day 13
      And time passes until the end of week 1
      When time passes until day 16
      Then Alice has announced indices of 1 and 2 archives
      And every announcement has
        | wrapper | an ApplicationMetadataMessage with a signature and a type |

    @needs-archives.member
    Scenario: No acknowledgement
      Given the control node has archives of weeks 1 to 2
      And Bob is a member of the community
      When the control node announces its index
      And 60 seconds pass
      Then Bob has sent nothing to the special channel
      And Bob has the messages of weeks 1 to 2

  @MVDS-ARCH-04 @may @needs-archives.control @needs-virtual-clock
  Rule: The number of the message type stays what it was before the type was renamed

    Scenario: The type of the announcement
      Given Alice runs a community with 2 channels
      And Carol said "hello" at day 1
      When time passes until the end of week 1
      Then every announcement has
        | type | as declared |

  @MVDS-ARCH-05 @must
  Rule: The table has COMMUNITY_CANCEL_REQUEST_TO_JOIN as a type of community chats, without MVDS but in need of end-to-end reliability

    @needs-archives.message-types
    Scenario: The row
      When a client looks COMMUNITY_CANCEL_REQUEST_TO_JOIN up
      Then the row says MVDS "No", reliability "Yes", chat "CommunityChat"

    @needs-archives.member @needs-archives.membership
    Scenario: What is sent
      Given Bob knows the community of the control node
      When Bob asks to join and takes it back
      Then every CommunityCancelRequestToJoin has only
        | field | wire type |
        | 1     | varint    |
        | 2     | length    |
        | 3     | length    |
        | 4     | length    |
        | 5     | length    |
