Feature: Assumptions and considerations
  61, "Requirements / Assumptions" and "Considerations": what the text takes for granted or warns of. A
  failure here informs; it is no violation.

  @ARCH-HONEST-01 @may @needs-archives.control @needs-virtual-clock
  Rule: The control node adds nothing of its own to archives and leaves nothing out

    Scenario: What was sent is what is archived
      Given Alice runs a community with 2 channels
      And Carol said something each day from day 0 to day 6
      When time passes until the end of week 1
      Then the archives hold each message once
      And every listed archive has
        | messages | that were sent |

  @ARCH-BW-01 @may @needs-archives.member @needs-virtual-clock
  Rule: A member downloads the newest archive although it saw the messages of that week live

    Scenario: All messages of the week came live
      Given the control node has archives of weeks 1 to 2
      And Bob is a member of the community
      And Bob received the messages of week 2 live
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index    |
        | weeks 1 to 2 |
      And Bob has the messages of weeks 1 to 2

  @ARCH-MULTI-01 @may @needs-archives.member @needs-virtual-clock
  Rule: Where several control nodes share the key, differing histories lead to differing keys and so to downloads

    Scenario: The history of the higher clock wins
      Given the control node has archives of weeks 1 to 2
      And Bob is a member of the community
      And Bob has imported the archives
      And the archive of week 2 is made with
        | one message more | by another control node |
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 to 2

  @ARCH-ASSUME-01 @may @needs-archives.member @needs-virtual-clock
  Rule: Store nodes go back 30 days; what is older can come from archives only

    Scenario: A member that joins on day 60
      Given the control node has archives of weeks 1 to 8
      And time passes until day 60
      And Bob is a member of the community
      When the control node announces its index
      And 60 seconds pass
      Then Bob has the messages of weeks 1 to 8

  @ARCH-ASSUME-02 @may @needs-archives.control @needs-virtual-clock
  Rule: Archives appear at intervals of 30 days at most

    Scenario: Two months of daily traffic
      Given Alice runs a community with 2 channels
      And Carol said something each day from day 0 to day 60
      When time passes until day 61
      Then every announcement has
        | distance | at most 30 days from the one before |
