Feature: Serving community history archives
  61, Overview, "Serving community history archives": what a control node does from week to week. Alice
  runs the control node; Carol is another user. Days and weeks are counted from the creation of the community.

  Background:
    Given Alice runs a community with 2 channels

  @ARCH-SERVE-01 @must @needs-archives.control @needs-virtual-clock
  Rule: Whoever creates a community runs its control node, the one that has the private key of the community

    Scenario: The creator signs with the key of the community
      Given Carol said "hello" at day 1
      When time passes until the end of week 1
      Then Alice shows
        | role | control node |
      And every announcement has
        | signer | the community |

    @needs-archives.member @pair
    Scenario: A member is not the control node
      Given Bob is a member of the community
      When time passes until the end of week 1
      Then Bob shows
        | role | member |
      And Bob has sent nothing to the special channel

  @ARCH-SERVE-02 @must @needs-archives.control @needs-virtual-clock
  Rule: Message archives are made unless the owner switches them off

    Scenario: Archives are on by default
      Given Carol said "hello" at day 1
      When time passes until the end of week 1
      Then the announced index lists week 1

    Scenario: Switched off, no archive is made
      Given Alice switches archives off
      And Carol said "hello" at day 1
      When time passes until the end of week 1
      Then Alice has made 0 archives

    Scenario: Switched off later, what was made stays
      Given Carol said "hello" at day 1
      And time passes until the end of week 1
      And Alice switches archives off
      And Carol said "more" at day 8
      When time passes until the end of week 2
      Then the announced index lists week 1

    Scenario: Switched on again, the weeks between are made up for
      Given Alice switches archives off
      And Carol said something each day from day 1 to day 20
      And time passes until the end of week 3
      When Alice switches archives on
      And time passes until the end of week 4
      Then the announced index lists weeks 1 to 3

  @ARCH-SERVE-03 @must @needs-archives.control @needs-virtual-clock
  Rule: What concerns archives travels in a channel of its own, which is not among the channels users see

    Scenario: The special channel is not among the channels
      Given Carol said "hello" at day 1
      When time passes until the end of week 1
      Then Alice shows
        | channels | those of users                     |
        | messages | those of users and no announcement |

    Scenario: The special channel has a topic of its own
      Given Carol said "hello" at day 1
      When time passes until the end of week 1
      Then every announcement has
        | topic | as declared |

  @ARCH-SERVE-04 @must @needs-archives.control @needs-virtual-clock
  Rule: Each message the control node receives in a channel of the community goes into its local database

    Scenario: Messages of every channel
      Given Carol said
        | text | at    | channel |
        | one  | day 1 | 1       |
        | two  | day 2 | 2       |
      When time passes until the end of week 1
      Then the archive of week 1 holds "one" and "two"

    Scenario: The control node's own messages
      Given Alice said
        | text | at    | channel |
        | mine | day 1 | 1       |
      When time passes until the end of week 1
      Then the archive of week 1 holds "mine"

    Scenario: A message that comes twice is archived once
      Given Carol said
        | text  | at    | how   |
        | again | day 1 | twice |
      When time passes until the end of week 1
      Then the archives hold each message once

    Scenario: A channel that was created in the middle of the week
      Given time passes until day 3
      And Alice creates another channel
      And Carol said
        | text | at    | channel |
        | new  | day 4 | 3       |
      When time passes until the end of week 1
      Then the archive of week 1 holds "new"

  @ARCH-SERVE-05 @must @needs-archives.control @needs-virtual-clock
  Rule: Once in seven days the messages of the past seven days are exported and become one archive file

    Scenario Outline: <archives> archives <moment>
      Given Carol said something each day from day 0 to day 20
      When time passes until <moment>
      Then Alice has made <archives> archives

      Examples: around the ends of weeks
        | moment                        | archives |
        | 1 ms before the end of week 1 | 0        |
        | the end of week 1             | 1        |
        | 1 ms before the end of week 2 | 1        |
        | the end of week 2             | 2        |
        | the end of week 3             | 3        |

    Scenario: Every message is in exactly one archive
      Given Carol said something each day from day 0 to day 20
      When time passes until the end of week 3
      Then the archives hold each message once
      And every listed archive has
        | range | seven days from the end of the one before |

    Scenario: One jump makes the same archives as three steps
      Given Carol said something each day from day 0 to day 20
      And time passes until the end of week 1
      And time passes until the end of week 2
      When time passes until the end of week 3
      Then the announced index lists weeks 1 to 3

    @needs-archives.restart
    Scenario: Every schedule of messages is partitioned
      Then for every stream of messages and any times offline each message is in exactly one archive

  @ARCH-SERVE-06 @must @needs-archives.control @needs-virtual-clock
  Rule: What is exported is compressed on its way into the archive file

    Scenario: The file is as declared
      Given Carol said "hello" at day 1
      When time passes until the end of week 1
      Then every listed archive has
        | compression | as declared |

  @ARCH-SERVE-07 @must @needs-archives.control @needs-virtual-clock
  Rule: The archive file is uploaded to a Codex node, whose answer is its CID

    Scenario: The index has the CID that Codex answered
      Given Carol said something each day from day 0 to day 13
      When time passes until the end of week 2
      Then every listed archive has
        | upload | of its own |
      And every entry of the index has
        | CID | as Codex answered |

    Scenario: A line feed after the CID is no part of it
      Given Codex treats Alice's requests so
        | requests | are                       |
        | uploads  | answered with a line feed |
      And Carol said "hello" at day 1
      When time passes until the end of week 1
      Then every entry of the index has
        | CID | as Codex answered |

    Scenario: An upload that failed leads to no entry and is tried again
      Given Codex treats Alice's requests so
        | requests | are     | times |
        | uploads  | refused | 1     |
      And Carol said "hello" at day 1
      And time passes until the end of week 1
      When time passes until day 9
      Then every entry of the index has
        | CID | as Codex answered |
      And the archives hold each message once

  @ARCH-SERVE-08 @must @needs-archives.control @needs-virtual-clock
  Rule: The CID and its metadata are added to the index, and the index is uploaded too, which gives the CID of the index

    Scenario: The archive is uploaded before the index that lists it
      Given Carol said something each day from day 0 to day 13
      And time passes until the end of week 1
      When time passes until the end of week 2
      Then every listed archive has
        | upload | before that of the index |
      And the announced index lists weeks 1 and 2

  @ARCH-SERVE-09 @must @needs-archives.control @needs-virtual-clock
  Rule: Members are sent the CID of the index, not that of an archive, through the special channel

    Scenario: The announced CID is that of the last index
      Given Carol said something each day from day 0 to day 13
      And time passes until the end of week 1
      When time passes until the end of week 2
      Then every announcement has
        | CID | of the index uploaded before it |
