Feature: Storing live messages
  61, "Storing live messages" and "Exporting messages for bundling": what a control node keeps of the
  messages it receives, and which of them go into an archive.

  Background:
    Given Alice runs a community with 2 channels

  @ARCH-STORE-01 @must @needs-archives.control @needs-virtual-clock
  Rule: Live messages are kept as Waku messages, so that they can be exported as they came

    Scenario Outline: A message <case>
      Given Carol said "hello" at day 1 <case>
      When time passes until the end of week 1
      Then the archived message "hello" is the one that was sent

      Examples: fields of 14
        | case                             |
        | with meta and a rate limit proof |
        | without optional fields but time |
        | with a payload of 150 KB         |
        | at an odd nanosecond             |
        | that Alice cannot read           |

  @ARCH-STORE-02 @must @needs-archives.control @needs-virtual-clock
  Rule: Waku messages are kept beside the application messages, not in their place

    @needs-archives.waku-messages
    Scenario: Both are there
      Given Carol said "hello" at day 1
      When time passes until day 2
      Then Alice has the message "hello"
      And Alice keeps the Waku message "hello"

    Scenario: The application message outlives the Waku message
      Given Carol said "hello" at day 1
      When time passes until day 45
      Then Alice has the message "hello"

  @ARCH-STORE-03 @should @needs-archives.control @needs-archives.waku-messages @needs-virtual-clock
  Rule: A Waku message is removed from the database only when it is over 30 days old, archived and given to Codex

    Scenario: Archived and 29 days old
      Given Carol said "hello" at day 1
      When time passes until day 30
      Then Alice keeps the Waku message "hello"

    Scenario: Archived and over 30 days old
      Given Carol said "hello" at day 1
      When time passes until day 33
      Then Alice does not keep the Waku message "hello"

    Scenario: Over 30 days old and never given to Codex
      Given Codex treats Alice's requests so
        | requests | are     |
        | uploads  | refused |
      And Carol said "hello" at day 1
      When time passes until day 33
      Then Alice keeps the Waku message "hello"

  @ARCH-STORE-04 @must @needs-archives.control @needs-archives.member @needs-virtual-clock
  Rule: Members check that messages from an archive are genuine when they unpack it

    @pair
    Scenario Outline: <case>
      Given the control node has an archive of week 1 in which one message <case>
      And Bob is a member of the community
      When the control node announces its index
      And 1 minute passes
      Then Bob has the genuine messages of the archive and not the other

      Examples: a message that is not genuine
        | case                          |
        | has no signature              |
        | has a broken signature        |
        | is encrypted with another key |
        | is on a topic of nobody       |

  @ARCH-EXPORT-01 @must @needs-archives.control @needs-virtual-clock
  Rule: Each message exported has a content topic of a channel of the community

    Scenario: A message of a channel
      Given Carol said "inside" at day 1
      When time passes until the end of week 1
      Then the archive of week 1 holds "inside"

    Scenario Outline: A message <case>
      Given Carol said "inside" at day 1
      And Carol said "outside" at day 2 <case>
      When time passes until the end of week 1
      Then the archive of week 1 holds "inside"
      And no archive holds "outside"

      Examples: on another topic
        | case                                |
        | on the topic of another community   |
        | on the special topic                |
        | on the channel topic in upper case  |
        | on the channel topic and one letter |

    Scenario: Two communities on one node
      Given Alice runs another community
      And Carol said "inside" at day 1
      And Carol said "outside" at day 2 in the other community
      When time passes until the end of week 1
      Then the archive of week 1 holds "inside"
      And the archive of week 1 does not hold "outside"

  @ARCH-EXPORT-02 @must @needs-archives.control @needs-virtual-clock
  Rule: Each message exported has a timestamp within the seven days of the archive

    Scenario Outline: A message <moment>
      Given Carol said "edge" at <moment>
      And Carol said "filler" at day 3
      And Carol said "filler too" at day 10
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
      Given Carol said "filler" at day 3
      And Carol said "edge" at day 5 with the timestamp of the end of week 1
      When time passes until the end of week 2
      Then the archives hold each message once

    Scenario: A message on the bound is in one of the two
      Given Carol said "filler" at day 3
      And Carol said "edge" at the end of week 1
      When time passes until the end of week 2
      Then the archives hold each message once

    Scenario Outline: A message <case> is in no week it does not belong to
      Given Carol said "filler" at day 3
      And Carol said "odd" at day 1 <case>
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
      Given Carol said "just now" at 1 seconds before the end of week 1
      When time passes until the end of week 1
      Then the archive of week 1 holds "just now"

    Scenario: What was said a second before the week
      Given Carol said "last week" at 1 seconds before the end of week 1
      And Carol said "this week" at day 8
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
      Given Carol said "last seen" at day 1
      And Carol said "unheard" at day 2 and Alice did not hear it
      And Alice's node stopped at day 4
      When Alice's node starts at day 8
      Then the archive of week 1 holds "unheard"

    Scenario: No message was ever received
      Given Alice's node stopped at the creation
      And Carol said something each day from day 1 to day 12
      When Alice's node starts at day 14
      Then the archives hold each message once

  @ARCH-EXPORT-05 @must @needs-archives.control @needs-virtual-clock
  Rule: In the archive, messages have the form of 14/WAKU2-MESSAGE again, with all its fields

    Scenario Outline: The fields of a message <case>
      Given Carol said "hello" at day 1 <case>
      When time passes until the end of week 1
      Then the fields of the archived message "hello" are <fields>
      And the archived message "hello" has the timestamp it was sent with

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
