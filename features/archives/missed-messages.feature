Feature: Serving archives for missed messages
  61, Overview, "Serving archives for missed messages": a control node that was off makes up for it.
  Store nodes keep every message of the last 30 days.

  Background:
    Given Alice runs a community with 2 channels
    And Carol said "before" at day 0

  @ARCH-MISS-01 @must @needs-archives.control @needs-archives.restart @needs-virtual-clock
  Rule: When it runs again after having been offline, the control node makes up for the messages it missed

    Scenario: Ten days off
      Given Alice's node stopped at day 1
      And Carol said something each day from day 2 to day 9
      When Alice's node starts at day 11
      Then Alice has asked the store node
      And the announced index lists week 1

    Scenario: A second time off
      Given Alice's node stopped at day 1
      And Alice's node starts at day 3
      And Alice's node stopped at day 4
      And Carol said "missed" at day 5
      When Alice's node starts at day 8
      Then the archive of week 1 holds "missed"

    Scenario: No store node answers at first
      Given Alice's node stopped at day 1
      And Carol said "missed" at day 3
      And the store node is down until day 9
      And Alice's node starts at day 8
      When time passes until day 9
      Then the archive of week 1 holds "missed"

  @ARCH-MISS-02 @must @needs-archives.control @needs-archives.restart @needs-virtual-clock
  Rule: It asks store nodes for the whole time it missed, in every channel of the community

    The last message before came on day 0; the text lets the whole day of it count.

    Scenario Outline: <days> days off
      Given Alice's node stopped at day 1
      And Carol said something each day from day 2 to day <last>
      When Alice's node starts at day <back>
      Then Alice has asked the store node for
        | topics        | from  | to         |
        | every channel | day 0 | day <back> |

      Examples: within the memory of store nodes
        | days | last | back |
        | 2    | 2    | 3    |
        | 20   | 20   | 21   |

    Scenario: Every page of the answer is fetched
      Given Alice's node stopped at day 1
      And Carol said 250 messages on day 2
      When Alice's node starts at day 8
      Then the archives hold each message once

  @ARCH-MISS-03 @must @needs-archives.control @needs-archives.restart @needs-virtual-clock
  Rule: Everything the store nodes return is kept in its local database

    Scenario: What is too young for an archive is in the next one
      Given Alice's node stopped at day 1
      And Carol said something each day from day 2 to day 4
      And Alice's node starts at day 5
      When time passes until the end of week 1
      Then the archives hold each message once

    Scenario: What came live as well is kept once
      Given Carol said "both ways" at day 1
      And Alice's node stopped at day 2
      And Alice's node starts at day 3
      When time passes until the end of week 1
      Then the archives hold each message once

  @ARCH-MISS-04 @must @needs-archives.control @needs-archives.restart @needs-virtual-clock
  Rule: Where the last archive is seven days old or older, the serving steps are done once for each seven days missed

    Scenario Outline: Back <moment>
      Given Alice's node stopped at day 1
      And Carol said something each day from day 2 to day 13
      When Alice's node starts at <moment>
      Then Alice has made <archives> archives

      Examples: around one week
        | moment                            | archives |
        | 1 ms before the end of week 1     | 0        |
        | the end of week 1                 | 1        |
        | 1 seconds after the end of week 1 | 1        |

      Examples: around two weeks
        | moment                        | archives |
        | 1 ms before the end of week 2 | 1        |
        | the end of week 2             | 2        |

    Scenario: No gap between the archives of a time off
      Given Alice's node stopped at day 1
      And Carol said something each day from day 2 to day 13
      When Alice's node starts at day 14
      Then the announced index lists weeks 1 and 2
      And every listed archive has
        | range | seven days from the end of the one before |

  @ARCH-MISS-05 @must @needs-archives.control @needs-archives.restart @needs-virtual-clock
  Rule: Thirty days offline give four archives, not five

    Scenario Outline: <days> days off
      Given Alice's node stopped at day 0
      And Carol said something each day from day 1 to day <last>
      When Alice's node starts at day <days>
      Then Alice has made <archives> archives

      Examples: the example of the text and its neighbours
        | days | last | archives |
        | 27   | 26   | 3        |
        | 28   | 27   | 4        |
        | 30   | 29   | 4        |

    Scenario: The two days that remain are in the next archive
      Given Alice's node stopped at day 0
      And Carol said something each day from day 1 to day 29
      And Alice's node starts at day 30
      When time passes until the end of week 5
      Then the archives hold each message once

  @ARCH-MISS-06 @must @needs-archives.control @needs-archives.restart @needs-virtual-clock
  Rule: For missed weeks too archives are uploaded, the index is updated and uploaded, and its CID is sent

    Scenario: The last announcement leads to every week
      Given Carol said something each day from day 1 to day 6
      And time passes until the end of week 1
      And Alice's node stopped at day 8
      And Carol said something each day from day 9 to day 27
      When Alice's node starts at day 29
      Then the announced index lists weeks 1 to 4
      And every entry of the index has
        | archive | there to be fetched |
