Feature: Storing live messages
  61, "Storing live messages": what a control node keeps of the messages it receives, and what a member believes.

  Background:
    Given Alice runs a community with 2 channels

  @ARCH-STORE-01 @must @needs-archives.control @needs-virtual-clock
  Rule: Live messages are kept as Waku messages, so that they can be exported as they came

    Scenario Outline: A message <case>
      Given Carol said
        | text  | at    | how    |
        | hello | day 1 | <case> |
      When time passes until the end of week 1
      Then the archived message "hello" has
        | everything | as it was sent |

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
    Scenario Outline: A message <case>
      Given the control node has archives of weeks 1 to 2
      And the archive of week 3 is made with
        | a message | <case> |
      And Bob is a member of the community
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 to 3

      Examples: a message that is not genuine
        | case                               |
        | with no signature                  |
        | with a broken signature            |
        | that is encrypted with another key |
        | that is on a topic of nobody       |
