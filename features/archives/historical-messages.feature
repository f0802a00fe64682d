Feature: Storing historical messages
  61, "Storing historical messages": what a member keeps of an archive. Bob is the member.

  Background:
    Given the control node has archives of weeks 1 to 2
    And Bob is a member of the community

  @ARCH-UNWRAP-01 @must @needs-archives.member @needs-virtual-clock
  Rule: The Waku messages of an archive are unwrapped to the ApplicationMetadataMessages in them

    Scenario: Text, author and clock are those of the record
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 to 2 as they were sent

    Scenario: A message that Bob cannot read stops nothing
      Given the archive of week 3 is made with
        | a message | that Bob cannot read |
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 to 3

  @ARCH-UNWRAP-02 @must @needs-archives.member
  Rule: What was unwrapped is stored in the local database

    @needs-archives.restart
    Scenario: It outlives a restart
      Given Bob has imported the archives
      When Bob's node is restarted
      Then Bob has the messages of weeks 1 to 2

    @needs-virtual-clock
    Scenario: An import that broke off is completed
      Given Codex treats Bob's requests so
        | requests | are     |
        | week 2   | cut off |
      And the control node announces its index
      And 60 seconds pass
      And Codex works again
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 to 2 as they were sent

    @needs-archives.seed-messages @needs-virtual-clock
    Scenario: Whatever Codex does, no message is lost and the next announcement completes the import
      Then for every fault of Codex the messages of Bob are the old or the new ones and in the end the new ones

  @ARCH-UNWRAP-03 @should @needs-archives.member @needs-archives.waku-messages @needs-virtual-clock
  Rule: The Waku messages around them are not stored

    Scenario: After an import
      When the control node announces its index
      And 60 seconds pass
      Then Bob keeps no Waku message
      And Bob has the messages of weeks 1 to 2

  @ARCH-UNWRAP-04 @must @needs-archives.member @needs-archives.seed-messages @needs-virtual-clock
  Rule: All messages of an archive's time are exchanged for those in it

    Scenario: In every channel of the archive's topics
      Given Bob has the local messages
        | text  | of    | channel |
        | here  | day 2 | 1       |
        | there | day 2 | 2       |
      When the control node announces its index
      And 60 seconds pass
      Then Bob has no message "here"
      And Bob has no message "there"
      And Bob has the messages of weeks 1 to 2

    Scenario: Not in channels of other topics
      Given the archive of week 3 is made with
        | topic | /waku/1/0x00c0ffee/rfc26 |
      And Bob has the local messages
        | text | of     |
        | here | day 15 |
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the message "here"

  @ARCH-UNWRAP-05 @must @needs-archives.member @needs-virtual-clock
  Rule: A message from an archive is taken even if it has expired

    Scenario Outline: A message <case>
      Given the archive of week 3 is made with
        | a message | <case> |
      When the control node announces its index
      And time passes until day 22
      Then Bob has the messages of weeks 1 to 3

      Examples: expired in one way or another
        | case              |
        | as Status does    |
        | that is ephemeral |

    Scenario: Messages of sixty days ago
      Given time passes until day 80
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 to 2
