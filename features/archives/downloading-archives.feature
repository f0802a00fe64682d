Feature: Downloading message archives
  61, "Downloading message archives": from the announcement to the archives that are missing. Bob is a member;
  every announcement is the control node's unless said otherwise.

  Background:
    Given the control node has archives of weeks 1 to 5
    And Bob is a member of the community

  @ARCH-DL-01 @must @needs-archives.member @needs-virtual-clock
  Rule: On an archive message from the channel the node gives its cid to its own Codex node and so gets the index

    Scenario: Bob's own Codex node is asked
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded the index
      And Bob's downloads have
        | nodes | his own alone |

    Scenario: Codex is down at first
      Given Codex treats Bob's requests so
        | requests   | are                 |
        | everything | refused as too much |
      And the control node announces its index
      And 60 seconds pass
      And Codex works again
      When 86400 seconds pass
      Then Bob has the messages of weeks 1 to 5

    Scenario Outline: <cid> leads to no request
      When the control node announces "<cid>"
      And 60 seconds pass
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
      And Bob's downloads have
        | start | 20 seconds after the last announcement or later |

    Scenario: A further announcement starts the wait anew
      When the control node announces "an older index"
      And 15 seconds pass
      And the control node announces its index
      And 19 seconds pass
      Then Bob has not asked Codex for "anything"

    Scenario: Announcements every 19 seconds
      When the control node announces its index 7 times in 133 seconds
      And 21 seconds pass
      Then Bob's downloads have
        | start | 20 seconds after the last announcement or later |
        | index | once                                            |

    Scenario Outline: An announcement that is passed over does not start the wait anew: <case>
      When the control node announces its index
      And 15 seconds pass
      And Bob hears "<case>"
      And 6 seconds pass
      Then Bob has downloaded the index

      Examples: nothing that counts
        | case                                  |
        | an announcement of Mallory            |
        | a chat message on the special channel |

    Scenario: The waits of two communities are independent
      Given Bob is a member of another community
      When the control node announces its index
      And 15 seconds pass
      And the control node announces "the index of another community"
      And 6 seconds pass
      Then Bob has downloaded the index
      And Bob has not asked Codex for "the index of another community"

    Scenario: A thousand announcements cause one download of the index
      When the control node announces its index 1000 times in 10 seconds
      And 60 seconds pass
      Then Bob's downloads have
        | index | once |

  @ARCH-DL-03 @must @needs-archives.member @needs-virtual-clock
  Rule: Of several archive messages the latest counts, in whichever order they arrived

    Scenario Outline: Clocks <first> and then <second>
      When the control node announces "<one> index" with clock <first>
      And the control node announces "<other> index" with clock <second>
      And 60 seconds pass
      Then Bob's downloads have
        | index | the newest alone |

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
      When the control node announces "its index" with clock 5
      And 60 seconds pass
      And the control node announces "an older index" with clock 3
      And 60 seconds pass
      Then Bob's downloads have
        | index | the newest alone |

  @ARCH-DL-04 @must @needs-archives.member @needs-virtual-clock
  Rule: Archives are missing when their keccak-256 keys are not in the local table

    Scenario: An archive that took the place of another one
      Given Bob has imported the archives
      And the archive of week 5 is made with
        | messages | others than before |
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 to 5

    Scenario: One more archive
      Given Bob has imported the archives
      And the archive of week 6 is made with
        | messages | 2 |
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index |
        | week 6    |

  @ARCH-DL-05 @must @needs-archives.member @needs-virtual-clock
  Rule: The keys of all archives downloaded are kept in the local database

    @needs-archives.restart
    Scenario: The keys outlive a restart
      Given Bob has imported the archives
      And Bob's node is restarted
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index |

    Scenario: The key of an archive that could not be had is not kept
      Given Codex treats Bob's requests so
        | requests | are     |
        | week 2   | refused |
      And the control node announces its index
      And 60 seconds pass
      And Codex works again
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 to 5

    Scenario: A key counts as the index spells it
      Given the index is made with
        | keys | that another encoder would not make |
      And Bob has imported the archives
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index |

    @needs-archives.known-keys
    Scenario: The keys themselves
      When the control node announces its index
      And 60 seconds pass
      Then Bob knows the keys of the index

  @ARCH-DL-06 @must @needs-archives.member @needs-virtual-clock
  Rule: Each entry of an index leads to its archive without the others

    Scenario Outline: An entry with <case>
      Given the index is made with
        | an entry more | with <case> |
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index    |
        | weeks 1 to 5 |

      Examples: entries that lead nowhere
        | case          |
        | an empty CID  |
        | no metadata   |
        | from after to |
