Feature: Fetching message history archives
  61, "Fetching message history archives" and "Downloading message archives": from the announcement to the
  archives. Bob is a member; every announcement is the control node's unless said otherwise.

  Background:
    Given the control node has archives of weeks 1 to 5
    And Bob is a member of the community

  @ARCH-FETCH-01 @must @needs-archives.member @needs-virtual-clock
  Rule: Fetching goes from the CID received to the index downloaded to the choice of archives

    Scenario: The index first
      When the control node announces its index
      And 1 minute passes
      Then Bob has downloaded the index before any archive

    Scenario: What is no index leads to no archive
      Given the control node announces "a file that is no index"
      When 1 minute passes
      Then Bob has downloaded no archive

  @ARCH-FETCH-02 @must @needs-archives.member @needs-virtual-clock
  Rule: The chosen archives are downloaded one by one

    Scenario: A request for every archive
      When the control node announces its index
      And 1 minute passes
      Then Bob has downloaded
        | the index    |
        | weeks 1 to 5 |
      And no download was for a part of a file

  @ARCH-FETCH-03 @must @needs-archives.member @needs-virtual-clock
  Rule: An announcement that comes live is acted upon

    Scenario: Live
      When the control node announces its index
      And 1 minute passes
      Then Bob has downloaded the index

  @ARCH-DL-01 @must @needs-archives.member @needs-virtual-clock
  Rule: On an archive message from the channel the node gives its cid to its own Codex node and so gets the index

    Scenario: Bob's own Codex node is asked
      When the control node announces its index
      And 1 minute passes
      Then Bob has downloaded the index
      And only Bob's Codex node was asked

    Scenario: Codex is down at first
      Given Codex treats Bob's requests so
        | requests   | are                 |
        | everything | refused as too much |
      And the control node announces its index
      And 1 minute passes
      And Codex works again
      When 1 day passes
      Then Bob has the messages of weeks 1 to 5

    Scenario Outline: <cid> leads to no request
      When the control node announces "<cid>"
      And 1 minute passes
      Then Bob has not asked Codex for "anything"

      Examples: not the name of a file
        | cid           |
        | an empty CID  |
        | a magnet link |

  @ARCH-DL-02 @must @needs-archives.member @needs-virtual-clock
  Rule: The node begins with the last archive message only after 20 seconds without a further one

    Scenario: One announcement, just before the time
      When the control node announces its index
      And 19999 ms pass
      Then Bob has not asked Codex for "anything"

    Scenario: One announcement, at the time
      When the control node announces its index
      And 21 seconds pass
      Then Bob has downloaded the index
      And Bob asked Codex no earlier than 20 seconds after the last announcement

    Scenario: A further announcement starts the wait anew
      When the control node announces an older index
      And 15 seconds pass
      And the control node announces its index
      And 19 seconds pass
      Then Bob has not asked Codex for "anything"

    Scenario: Announcements every 19 seconds
      When the control node announces its index 7 times, every 19 seconds
      And 21 seconds pass
      Then Bob asked Codex no earlier than 20 seconds after the last announcement
      And Bob has downloaded the index once

    Scenario Outline: An announcement that is passed over does not start the wait anew: <case>
      When the control node announces its index
      And 15 seconds pass
      And <case> comes on the special channel
      And 6 seconds pass
      Then Bob has downloaded the index

      Examples: nothing that counts
        | case                               |
        | an announcement of Mallory         |
        | a chat message of the control node |

    Scenario: The waits of two communities are independent
      Given Bob is a member of another community with archives
      When the control node announces its index
      And 15 seconds pass
      And the other community's index is announced
      And 6 seconds pass
      Then Bob has downloaded the index
      And Bob has not asked Codex for "the other community's index"

    Scenario: A thousand announcements cause one download of the index
      When the control node announces its index 1000 times within 10 seconds
      And 1 minute passes
      Then Bob has downloaded the index once

  @ARCH-DL-03 @must @needs-archives.member @needs-virtual-clock
  Rule: Of several archive messages the latest counts, in whichever order they arrived

    Scenario Outline: Clocks <first> and then <second>
      When the control node announces <one> index with clock <first>
      And the control node announces <other> index with clock <second>
      And 1 minute passes
      Then Bob has downloaded the index and no older one

      Examples: small clocks
        | one      | first | other    | second |
        | an older | 3     | its      | 5      |
        | its      | 5     | an older | 3      |

      Examples: clocks that no double holds
        | one      | first               | other    | second              |
        | an older | 9007199254740992    | its      | 9007199254740993    |
        | its      | 9007199254740993    | an older | 9007199254740992    |
        | its      | 9223372036854775809 | an older | 9223372036854775807 |

    Scenario: One that comes after a newer one was fetched
      When the control node announces its index with clock 5
      And 1 minute passes
      And the control node announces an older index with clock 3
      And 1 minute passes
      Then Bob has downloaded the index and no older one

  @ARCH-DL-04 @must @needs-archives.member @needs-virtual-clock
  Rule: Archives are missing when their keccak-256 keys are not in the local table

    Scenario: An archive that took the place of another one
      Given Bob has imported the archives of weeks 1 to 5
      And the control node made the archive of week 5 anew with other messages
      When the control node announces its index
      And 1 minute passes
      Then Bob has the messages of weeks 1 to 5

    Scenario: One more archive
      Given Bob has imported the archives of weeks 1 to 5
      And the control node made the archive of week 6
      When the control node announces its index
      And 1 minute passes
      Then Bob has downloaded
        | the index |
        | week 6    |

  @ARCH-DL-05 @must @needs-archives.member @needs-virtual-clock
  Rule: The keys of all archives downloaded are kept in the local database

    @needs-archives.restart
    Scenario: The keys outlive a restart
      Given Bob has imported the archives of weeks 1 to 5
      And Bob's node is restarted
      When the control node announces its index
      And 1 minute passes
      Then Bob has downloaded
        | the index |

    Scenario: The key of an archive that could not be had is not kept
      Given Codex treats Bob's requests so
        | requests | are     |
        | week 2   | refused |
      And the control node announces its index
      And 1 minute passes
      And Codex works again
      When the control node announces its index
      And 1 minute passes
      Then Bob has the messages of weeks 1 to 5

    Scenario: A key counts as the index spells it
      Given Bob has imported archives whose keys another encoder would not make
      When the control node announces its index
      And 1 minute passes
      Then Bob has downloaded
        | the index |

    @needs-archives.known-keys
    Scenario: The keys themselves
      When the control node announces its index
      And 1 minute passes
      Then Bob knows the keys of the index

  @ARCH-DL-06 @must @needs-archives.member @needs-virtual-clock
  Rule: Each entry of an index leads to its archive without the others

    Scenario Outline: An entry with <case>
      Given the index has an entry with "<case>" beside them
      When the control node announces its index
      And 1 minute passes
      Then Bob has downloaded
        | the index    |
        | weeks 1 to 5 |

      Examples: entries that lead nowhere
        | case          |
        | an empty CID  |
        | no metadata   |
        | from after to |

  @ARCH-DL-07 @must @needs-archives.member @needs-virtual-clock
  Rule: The node downloads according to one of three options

    Scenario: As declared
      When the control node announces its index
      And 1 minute passes
      Then the archives that Bob downloaded are those of the option he declares

    @needs-archives.download-option
    Scenario Outline: Option <option>
      Given Bob wants <option>
      When the control node announces its index
      And 1 minute passes
      Then Bob has downloaded
        | the index |
        | <weeks>   |

      Examples: the three options
        | option                          | weeks        |
        | all archives                    | weeks 1 to 5 |
        | the latest archive              | week 5       |
        | the archives of day 8 to day 20 | weeks 2 to 3 |

  @ARCH-DL-08 @must @needs-archives.download-option @needs-archives.member @needs-virtual-clock
  Rule: With the first option every CID of the index is downloaded

    Scenario: A new member
      Given Bob wants all archives
      When the control node announces its index
      And 1 minute passes
      Then Bob has downloaded
        | the index    |
        | weeks 1 to 5 |
      And Bob has the messages of weeks 1 to 5

    Scenario: Sixty archives
      Given the control node made archives until week 60
      And Bob wants all archives
      When the control node announces its index
      And 1 minute passes
      Then Bob has downloaded
        | the index     |
        | weeks 1 to 60 |

  @ARCH-DL-09 @must @needs-archives.download-option @needs-archives.member @needs-virtual-clock
  Rule: With the second option only the latest archive is downloaded

    Scenario Outline: The entries of the index <order>
      Given the index has its entries <order>
      And Bob wants the latest archive
      When the control node announces its index
      And 1 minute passes
      Then Bob has downloaded
        | the index |
        | week 5    |

      Examples: orders on the wire
        | order                  |
        | from old to new        |
        | from new to old        |
        | with the latest inside |

    Scenario: A latest week in two parts
      Given the archive of week 5 is made with
        | another part | of two messages |
      And Bob wants the latest archive
      When the control node announces its index
      And 1 minute passes
      Then Bob has downloaded
        | the index |
        | week 5    |
        | week 5    |

    Scenario: The latest is known already
      Given Bob wants the latest archive
      And Bob has imported the archive of week 5
      When the control node announces its index
      And 1 minute passes
      Then Bob has downloaded
        | the index |

  @ARCH-DL-10 @must @needs-archives.download-option @needs-archives.member @needs-virtual-clock
  Rule: With the third option the archives are chosen by from and to for the time wanted

    Scenario Outline: From <from> to <to>
      Given Bob wants the archives of <from> to <to>
      When the control node announces its index
      And 1 minute passes
      Then Bob has downloaded
        | the index |
        | <weeks>   |

      Examples: overlapping the weeks
        | from  | to     | weeks        |
        | day 8 | day 20 | weeks 2 to 3 |
        | day 9 | day 10 | week 2       |
        | day 2 | day 40 | weeks 1 to 5 |

      Examples: at the bounds
        | from                | to                | weeks  |
        | the start of week 2 | the end of week 2 | week 2 |

      Examples: where there is none
        | from   | to     | weeks        |
        | day 50 | day 60 | nothing else |
