Feature: Exporting messages for bundling
  61, "Exporting messages for bundling": which of the messages that a control node keeps go into an archive, and
  in which form.

  Background:
    Given Alice runs a community with 2 channels

  @ARCH-EXPORT-01 @must @needs-archives.control @needs-virtual-clock
  Rule: Each message exported has a content topic of a channel of the community

    Scenario: A message of a channel
      Given Carol said "inside" at day 1
      When time passes until the end of week 1
      Then the archive of week 1 holds "inside"

    Scenario Outline: A message <case>
      Given Carol said
        | text    | at    | how    |
        | inside  | day 1 |        |
        | outside | day 2 | <case> |
      When time passes until the end of week 1
      Then the archive of week 1 holds "inside"
      And the archive of week 1 does not hold "outside"

      Examples: on another topic
        | case                                |
        | on the topic of another community   |
        | on the special topic                |
        | on the channel topic in upper case  |
        | on the channel topic and one letter |

    Scenario: Two communities on one node
      Given Alice runs another community
      And Carol said
        | text    | at    | community |
        | inside  | day 1 |           |
        | outside | day 2 | the other |
      When time passes until the end of week 1
      Then the archive of week 1 holds "inside"
      And the archive of week 1 does not hold "outside"

  @ARCH-EXPORT-02 @must @needs-archives.control @needs-virtual-clock
  Rule: Each message exported has a timestamp within the seven days of the archive

    Scenario Outline: A message <moment>
      Given Carol said
        | text       | at       |
        | edge       | <moment> |
        | filler     | day 3    |
        | filler too | day 10   |
      When time passes until the end of week 2
      Then the archive of week <week> holds "edge"
      And the archives hold each message once

      Examples: inside the range, to the nanosecond
        | moment                         | week |
        | the start of week 1            | 1    |
        | 1 ns after the start of week 1 | 1    |
        | 1 ns before the end of week 1  | 1    |
        | 1 ns after the end of week 1   | 2    |

    Scenario: A message of the bound that comes before it is in one of the two
      Given Carol said
        | text   | at    | how                                     |
        | filler | day 3 |                                         |
        | edge   | day 5 | with the timestamp of the end of week 1 |
      When time passes until the end of week 2
      Then the archives hold each message once

    Scenario: A message on the bound is in one of the two
      Given Carol said
        | text   | at                |
        | filler | day 3             |
        | edge   | the end of week 1 |
      When time passes until the end of week 2
      Then the archives hold each message once

    Scenario Outline: A message <case> is in no week it does not belong to
      Given Carol said
        | text   | at    | how    |
        | filler | day 3 |        |
        | odd    | day 1 | <case> |
      When time passes until the end of week 2
      Then the archive of week 1 does not hold "odd"
      And the archive of week 1 holds "filler"

      Examples: a timestamp of no week
        | case                          |
        | with timestamp 0              |
        | without a timestamp           |
        | with a timestamp in two years |

  @ARCH-EXPORT-03 @must @needs-archives.control @needs-virtual-clock
  Rule: A regular archive covers the past seven days, today among them

    Scenario: What was said a second before the end
      Given Carol said
        | text     | at                                 |
        | just now | 1 seconds before the end of week 1 |
      When time passes until the end of week 1
      Then the archive of week 1 holds "just now"

    Scenario: What was said a second before the week
      Given Carol said
        | text      | at                                 |
        | last week | 1 seconds before the end of week 1 |
        | this week | day 8                              |
      When time passes until the end of week 2
      Then the archive of week 2 holds "this week"
      And the archive of week 2 does not hold "last week"

  @ARCH-EXPORT-04 @must @needs-archives.control @needs-archives.restart @needs-virtual-clock
  Rule: After a time offline, exported timestamps lie between the day of the last message received and today

    Scenario: Quiet days before the node stopped
      Given Carol said "last seen" at day 1
      And Alice's node stopped at day 4
      And Carol said something each day from day 5 to day 12
      When Alice's node starts at day 14
      Then the archives hold each message once

    Scenario: What Alice missed before she stopped
      Given Carol said
        | text      | at    | how                       |
        | last seen | day 1 |                           |
        | unheard   | day 2 | and Alice did not hear it |
      And Alice's node stopped at day 4
      When Alice's node starts at day 8
      Then the archive of week 1 holds "unheard"

    Scenario: No message was ever received
      Given Alice's node stopped at day 0
      And Carol said something each day from day 1 to day 12
      When Alice's node starts at day 14
      Then the archives hold each message once

  @ARCH-EXPORT-05 @must @needs-archives.control @needs-virtual-clock
  Rule: In the archive, messages have the form of 14/WAKU2-MESSAGE again, with all its fields

    Scenario Outline: The fields of a message <case>
      Given Carol said
        | text  | at    | how    |
        | hello | day 1 | <case> |
      When time passes until the end of week 1
      Then the archived message "hello" has
        | fields    | <fields>       |
        | timestamp | as it was sent |

      Examples: present and absent fields
        | case                             | fields                 |
        | as Status does                   | 1, 2, 3 and 10         |
        | with meta and a rate limit proof | 1, 2, 3, 10, 11 and 21 |
        | without optional fields but time | 1, 2 and 10            |

  @ARCH-EXPORT-06 @may @needs-archives.control @needs-virtual-clock
  Rule: Waku messages that were exported can be removed once they are older than 30 days

    Scenario: Whatever is removed, archive and history stay
      Given Carol said "hello" at day 1
      And Carol said something each day from day 8 to day 34
      When time passes until day 45
      Then Alice has the message "hello"
      And the announced index lists weeks 1 to 5
      And the archive of week 1 holds "hello"
