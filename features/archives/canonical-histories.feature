Feature: Canonical message histories
  61, "Canonical message histories": the archives of the control node are the history. Bob is a member.

  Background:
    Given the control node has archives of weeks 1 to 2
    And Bob is a member of the community

  @ARCH-CANON-01 @must @needs-archives.member @needs-virtual-clock
  Rule: CIDs are distributed through the special channel by control nodes alone

    Scenario: A CID in a chat message is only text
      When Bob hears "a chat message with the CID of the index"
      And 60 seconds pass
      Then Bob has downloaded
        | nothing |

    Scenario: On the special channel it counts
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded the index

  @ARCH-CANON-02 @must @needs-archives.member @needs-archives.send-to-special
  Rule: A member cannot post to the special channel, whatever the message

    Scenario Outline: <kind>
      When Bob tries to send "<kind>" to the special channel
      Then Bob is refused
      And Bob has sent nothing to the special channel

      Examples: kinds of messages
        | kind            |
        | a chat message  |
        | a reaction      |
        | a pin           |
        | an edit         |
        | an announcement |

    @needs-archives.control @pair
    Scenario: The control node can
      Given Alice runs a community with 2 channels
      When Alice tries to send "an announcement" to the special channel
      Then Alice is not refused

  @ARCH-CANON-03 @must @needs-archives.member @needs-virtual-clock
  Rule: A message on the special channel without the control node's signature is passed over

    Scenario: Signed by the control node
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded the index

    Scenario Outline: An announcement <case>
      When Bob hears "an announcement <case>"
      And 60 seconds pass
      Then Bob has downloaded
        | nothing |

      Examples: not signed by the control node
        | case                                    |
        | without a signature                     |
        | of Mallory                              |
        | signed over other bytes                 |
        | whose signature has another recovery id |
        | of another community's owner            |

  @ARCH-CANON-04 @must @needs-archives.member @needs-virtual-clock
  Rule: Local messages from the time of an archive give way to those in the archive

    @needs-archives.seed-messages
    Scenario: A local message that was changed
      Given Bob received the messages of week 1 live
      And Bob's local copies of them were changed
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 to 2 as they were sent

    Scenario: A message that came live too is there once
      Given Bob received the messages of week 1 live
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 to 2 as they were sent

  @ARCH-CANON-05 @must @needs-archives.member @needs-virtual-clock
  Rule: A local message that the archive of its time lacks is removed

    @needs-archives.seed-messages
    Scenario Outline: A local message <moment>
      Given Bob has the local messages
        | text | of       |
        | mine | <moment> |
      When the control node announces its index
      And 60 seconds pass
      Then Bob has no message "mine"
      And Bob has the messages of weeks 1 to 2

      Examples: inside the archives
        | moment                         |
        | 1 ms after the start of week 1 |
        | day 2                          |
        | 1 ms before the end of week 2  |

    @needs-archives.seed-messages
    Scenario Outline: A local message <moment> stays
      Given Bob has the local messages
        | text | of       |
        | mine | <moment> |
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the message "mine"
      And Bob has the messages of weeks 1 to 2

      Examples: outside the archives
        | moment                          |
        | 1 ms before the start of week 1 |
        | 1 ms after the end of week 2    |

    Scenario: Bob's own message that the control node never received
      Given Bob said
        | text           | at    | channel |
        | never received | day 2 | 1       |
      When the control node announces its index
      And 60 seconds pass
      Then Bob has no message "never received"

    @needs-archives.seed-messages
    Scenario Outline: A damaged archive takes nothing away
      Given the archive of week 3 is made with
        | file | <damage> |
      And Bob has the local messages
        | text | of     |
        | mine | day 15 |
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the message "mine"
      And Bob has the messages of weeks 1 to 2

      Examples: files that are no archive
        | damage           |
        | garbage          |
        | cut off          |
        | of another range |

  @ARCH-CANON-06 @must @needs-archives.member @needs-virtual-clock
  Rule: What counts as the history of the community is what the control node has

    Scenario: The control node made the archive of a week anew
      Given Bob has imported the archives
      And the archive of week 1 is made with
        | messages | others than before |
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 to 2
