@2026-04-02
Feature: What is missing
  SDS of 2026-04-02, SDS-R receive message: what a received message reveals as missing is to be asked for, unless it
  comes or somebody else asks for it.

  @SDS-R-RECV-01 @must @needs-sds.repair @needs-virtual-clock
  Rule: What was received is no longer asked for

    Scenario: One of two came meanwhile
      Given Alice on a channel
      And messages with repairs
        | message | after  |
        | x1      |        |
        | m1      | x1, x2 |
      And Alice received "m1"
      And Alice received "x1"
      And 600 s passed
      When Alice sends "m2"
      Then "m2" asks for "x2"

    Scenario: It came, and waits for another itself
      Given Alice on a channel
      And messages with repairs
        | message | after |
        | x2      | x1    |
        | m1      | x2    |
      And Alice received "m1"
      And Alice received "x2"
      And 600 s passed
      When Alice sends "m2"
      Then "m2" asks for "x1"

  @SDS-R-RECV-03 @should @needs-sds.repair @needs-virtual-clock
  Rule: Dependencies that are not met are to be asked for, and no others

    Scenario: Two of three are missing
      Given Alice on a channel
      And messages with repairs
        | message | after      |
        | x1      |            |
        | m1      | x1, x2, x3 |
      And Alice received "x1"
      And Alice received "m1"
      And 600 s passed
      When Alice sends "m2"
      Then "m2" asks for "x2" and "x3"

  @SDS-R-RECV-05 @must @needs-sds.repair @needs-virtual-clock
  Rule: What another participant asks for is not asked for again

    Scenario: Zoe asks for one of two
      Given Alice on a channel
      And messages with repairs
        | message | kind | after  | asks |
        | m1      |      | x1, x2 |      |
        | s1      | sync |        | x1   |
      And Alice received "m1"
      And Alice received "s1"
      And 600 s passed
      When Alice sends "m2"
      Then "m2" asks for "x2"
