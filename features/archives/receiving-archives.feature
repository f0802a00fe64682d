Feature: Receiving community history archives
  61, Overview, "Receiving community history archives": what a member's node does when it joins and when an
  archive index is announced. Bob is the member; the suite plays the control node and Mallory.

  Background:
    Given the control node has archives of weeks 1 to 3

  @ARCH-RECV-01 @must @needs-archives.member @needs-virtual-clock
  Rule: Joining a community subscribes the node to the special channel by itself

    Scenario: An announcement right after joining is honoured
      Given Bob is a member of the community
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded the index

    Scenario: One who has not joined hears nothing
      Given Bob is a member of another community
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | nothing |

    Scenario: One who has left hears nothing
      Given Bob is a member of the community
      And Bob leaves the community
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | nothing |

  @ARCH-RECV-02 @must @needs-archives.member
  Rule: A node that joined asks store nodes for the last 30 days of every channel, the special one among them

    Scenario: The questions of a new member
      When Bob joins the community
      Then Bob has asked the store node for
        | topics              | from                 | to    |
        | every channel       | 30 days before day 0 | day 0 |
        | the special channel | 30 days before day 0 | day 0 |

  @ARCH-RECV-03 @must @needs-archives.member @needs-virtual-clock
  Rule: The CID of the index comes in a Waku message on the special channel

    Scenario: A Waku message on the special channel
      Given Bob is a member of the community
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded the index

    Scenario Outline: <case> leads to nothing
      Given Bob is a member of the community
      When Bob hears "<case>"
      And 60 seconds pass
      Then Bob has downloaded
        | nothing |

      Examples: not a Waku message on the special channel
        | case                                          |
        | an announcement on the topic of the channels  |
        | an announcement on a topic of nobody          |
        | an announcement without a Waku message around |

  @ARCH-RECV-04 @must @needs-archives.member @needs-virtual-clock
  Rule: The node takes the CID out of the message and downloads it with a Codex node

    Scenario: Exactly the announced CID is asked for
      Given Bob is a member of the community
      When the control node announces its index
      And 60 seconds pass
      Then Bob's downloads have
        | index | the first CID that is asked for |

    @needs-archives.seed-messages
    Scenario: A CID that nobody has leaves the messages alone
      Given Bob is a member of the community
      And Bob has the local messages
        | text | of    |
        | mine | day 2 |
      And the control node announces "a CID that nobody has"
      And 60 seconds pass
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded the index

  @ARCH-RECV-05 @must @needs-archives.member @needs-virtual-clock
  Rule: From the index the node finds the CIDs of the archives it does not have

    Scenario: Only the new archive is asked for
      Given Bob is a member of the community
      And Bob has imported the archives
      And the archive of week 4 is made with
        | messages | 2 |
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index |
        | week 4    |

    Scenario: The same index again leads to no archive
      Given Bob is a member of the community
      And Bob has imported the archives
      When the control node announces its index
      And 60 seconds pass
      Then Bob's downloads have
        | archives | none |

  @ARCH-RECV-06 @must @needs-archives.member @needs-virtual-clock
  Rule: Each archive it lacks is downloaded with a Codex node

    Scenario: All that are missing
      Given Bob is a member of the community
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index    |
        | weeks 1 to 3 |

    Scenario: One that cannot be had does not hold up the others
      Given Bob is a member of the community
      And Codex treats Bob's requests so
        | requests | are     |
        | week 2   | refused |
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 and 3

    Scenario: One that could not be had is fetched later
      Given Bob is a member of the community
      And Codex treats Bob's requests so
        | requests | are     |
        | week 2   | refused |
      And the control node announces its index
      And 60 seconds pass
      And Codex works again
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 to 3

  @ARCH-RECV-07 @must @needs-archives.member @needs-virtual-clock
  Rule: Archives are unpacked and decompressed, and their messages fill the local database

    Scenario: Text, author, time and channel of every message
      Given Bob is a member of the community
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 to 3 as they were sent

    Scenario Outline: An archive of <count> messages
      Given the archive of week 4 is made with
        | messages | <count> |
      And Bob is a member of the community
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 to 4

      Examples: few and many
        | count |
        | 0     |
        | 500   |

  @ARCH-RECV-08 @must @needs-archives.member @needs-archives.seed-messages @needs-virtual-clock
  Rule: Messages of the community that the database held for the time of an archive are deleted for it

    Scenario: Only those of the community and of the time
      Given Bob is a member of the community
      And Bob is a member of another community
      And Bob has the local messages
        | text            | of     | community |
        | in the week     | day 2  |           |
        | after the weeks | day 22 |           |
        | elsewhere       | day 2  | the other |
      When the control node announces its index
      And 60 seconds pass
      Then Bob has no message "in the week"
      And Bob has the message "after the weeks"
      And Bob has the message "elsewhere"

  @ARCH-FETCH-04 @must @needs-archives.member @needs-virtual-clock
  Rule: An announcement found in the store nodes' last 30 days is acted upon

    Scenario: Announced 29 days before Bob joined
      Given the store node has announcements of 29 days ago
        | index     |
        | its index |
      When Bob joins the community
      And 60 seconds pass
      Then Bob has downloaded the index

    Scenario: Of three in the store the one with the highest clock counts
      Given the store node has announcements of 10 days ago
        | index          | clock |
        | an older index | 2     |
        | its index      | 4     |
        | an older index | 3     |
      When Bob joins the community
      And 60 seconds pass
      Then Bob's downloads have
        | index | the newest alone |
