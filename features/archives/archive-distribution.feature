Feature: Message archive distribution
  61, "Message archive distribution": the special channel. Alice is the control node, Bob a member; Mallory
  is a member who cheats.

  @ARCH-DIST-01 @must @needs-archives.control @needs-virtual-clock
  Rule: The CID of an index goes to the special channel of the community

    Scenario: One message for every index
      Given Alice runs a community with 2 channels
      And Carol said something each day from day 0 to day 13
      When time passes until the end of week 2
      Then Alice has announced indices of 1 and 2 archives
      And every announcement has
        | topic | the special topic |

    Scenario: Two communities, two channels
      Given Alice runs a community with 2 channels
      And Alice runs another community
      And Carol said
        | text  | at    | community |
        | here  | day 1 |           |
        | there | day 1 | the other |
      When time passes until the end of week 1
      Then every announcement has
        | topic | the special topic of its community |

  @ARCH-DIST-02 @must @needs-archives.control @needs-virtual-clock
  Rule: The topic of the special channel has four parts: application, version, name and encoding

    Scenario: The form of the topic
      Given Alice runs a community with 2 channels
      And Carol said "hello" at day 1
      When time passes until the end of week 1
      Then every announcement has
        | topic | four parts |

  @ARCH-DIST-03 @must @needs-archives.control @needs-virtual-clock
  Rule: What is sent with that topic is always an ApplicationMetadataMessage

    Scenario: The wrapper of the announcement
      Given Alice runs a community with 2 channels
      And Carol said "hello" at day 1
      When time passes until the end of week 1
      Then every announcement has
        | wrapper | an ApplicationMetadataMessage with a signature and a type |

  @ARCH-DIST-04 @must @needs-archives.control @needs-virtual-clock
  Rule: The payload within is the archive message of 62, with clock and cid

    Scenario: The payload of the announcement
      Given Alice runs a community with 2 channels
      And Carol said "hello" at day 1
      When time passes until the end of week 1
      Then every announcement has
        | content | a clock, the CID of an index and nothing else |

  @ARCH-DIST-05 @must @needs-archives.member @needs-virtual-clock
  Rule: The special channel gets messages from the control node and from nobody else

    Scenario: A member that imports archives posts nothing
      Given the control node has archives of weeks 1 to 2
      And Bob is a member of the community
      And Bob said
        | text  | at    | channel |
        | hello | day 1 | 1       |
      When the control node announces its index
      And 60 seconds pass
      Then Bob has sent nothing to the special channel
      And Bob has the messages of weeks 1 to 2

  @ARCH-DIST-06 @must @needs-archives.member @needs-virtual-clock
  Rule: A client passes over any other message on the special channel

    Scenario: An announcement of the control node is honoured
      Given the control node has archives of weeks 1 to 2
      And Bob is a member of the community
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded the index

    Scenario Outline: <case> is passed over
      Given the control node has archives of weeks 1 to 2
      And Bob is a member of the community
      When Bob hears "<case>"
      And 60 seconds pass
      Then Bob has downloaded
        | nothing |
      And Bob shows
        | messages | none |

      Examples: what is no announcement of the control node
        | case                                            |
        | a chat message on the special channel           |
        | an announcement of Mallory                      |
        | an announcement of another community's owner    |
        | an announcement with the type of a chat message |
        | garbage                                         |

  @ARCH-DIST-07 @must @needs-archives.send-to-special
  Rule: Members lack the permission to send to the special channel

    @needs-archives.member
    Scenario: A member tries
      Given Bob is a member of the community
      When Bob tries to send "a chat message" to the special channel
      Then Bob is refused
      And Bob has sent nothing to the special channel

    @needs-archives.control
    Scenario: The control node may
      Given Alice runs a community with 2 channels
      When Alice tries to send "an announcement" to the special channel
      Then Alice is not refused

  @ARCH-DIST-08 @must @needs-archives.member @needs-virtual-clock
  Rule: Member nodes are subscribed to the special channel

    Scenario: What comes there is noticed
      Given the control node has archives of weeks 1 to 2
      And Bob is a member of the community
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded the index

    @needs-archives.subscriptions
    Scenario: The subscriptions of a member
      Given Bob is a member of the community
      When 60 seconds pass
      Then Bob is subscribed to the special topic on the control shard
