@2026-04-02
Feature: Asking for missing messages
  SDS of 2026-04-02, SDS-R send message: who misses a message asks for it, after a wait of its own, in the messages
  that it sends anyway. Without other settings the wait is at most 10 minutes.

  @SDS-R-SEND-01 @should @needs-sds.repair @needs-virtual-clock
  Rule: A message asks for what is missing and due

    Scenario: The next message after the wait
      Given Alice on a channel
      And messages with repairs
        | message | after |
        | m1      | x1    |
      And Alice received "m1"
      And 600 s passed
      When Alice sends "m2"
      Then "m2" asks for "x1"

    @needs-sds.sync
    Scenario: A sync message asks as well
      Given Alice on a channel
      And Alice sent "m0"
      And messages with repairs
        | message | after |
        | m1      | x1    |
      And Alice received "m1"
      And 600 s passed
      When Alice sends a sync message "s1"
      Then "s1" asks for "x1"

  @SDS-R-SEND-02 @must @needs-sds.repair @needs-virtual-clock @needs-sds.state.toRequest
  Rule: An entry is due from its time on

    Scenario Outline: <left> ms before it
      Given Alice on a channel
      And messages with repairs
        | message | after |
        | m1      | x1    |
      And Alice received "m1"
      And <left> ms are left until Alice's T_req for "x1"
      When Alice sends "m2"
      Then "m2" asks for <asked>

      Examples: just before, and then
        | left | asked   |
        | 1    | nothing |
        | 0    | "x1"    |

  @SDS-R-SEND-03 @may @needs-sds.repair @needs-virtual-clock @needs-sds.config.repairRequests
  Rule: The application says how many entries a message asks for

    Scenario Outline: <most> of five
      Given Alice on a channel with
        | entries of a request | <most> |
      And messages with repairs
        | message | after              |
        | m1      | x1, x2, x3, x4, x5 |
      And Alice received "m1"
      And 600 s passed
      When Alice sends "m2"
      Then "m2" asks for <asked>

      Examples: one, some, and more than there are
        | most | asked      |
        | 1    | 1 message  |
        | 4    | 4 messages |
        | 9    | 5 messages |

  @SDS-R-SEND-04 @should @needs-sds.repair @needs-virtual-clock @needs-sds.state.toRequest
  Rule: What is longest due is asked for first

    Scenario: Three of eight
      Given Alice on a channel
      And messages with repairs
        | message | after                          |
        | m1      | x1, x2, x3, x4, x5, x6, x7, x8 |
      And Alice received "m1"
      And 600 s passed
      When Alice sends "m2"
      Then "m2" asks for the 3 messages that were the longest due at Alice

  @SDS-R-SEND-05 @should @needs-sds.repair @needs-virtual-clock
  Rule: Where nobody says otherwise a message asks for three messages at most

    Scenario: Eight missing messages
      Given Alice on a channel
      And messages with repairs
        | message | after                          |
        | m1      | x1, x2, x3, x4, x5, x6, x7, x8 |
      And Alice received "m1"
      And 600 s passed
      When Alice sends "m2"
      Then "m2" asks for 3 messages at most

  @SDS-R-SEND-06 @must @needs-sds.repair @needs-virtual-clock
  Rule: With nothing due repair_request is unset

    Scenario: Nothing is missing
      Given Alice on a channel
      When Alice sends "m1"
      Then the fields of "m1" are 1, 2, 3, 10, 12 and 20

    Scenario Outline: <what>
      Given Alice on a channel
      And messages with repairs
        | message | after |
        | m1      | x1    |
      And Alice received "m1"
      And <time> s passed
      When Alice sends "m2"
      Then "m2" asks for <asked>

      Examples: at once, and when every wait is over
        | what             | time | asked   |
        | Nothing is due   | 0    | nothing |
        | Something is due | 600  | "x1"    |

    # Once something is due the text leaves open whether an ephemeral message asks for it (AMB-53).
    @needs-sds.ephemeral
    Scenario: An ephemeral message before anything is due
      Given Alice on a channel
      And messages with repairs
        | message | after |
        | m1      | x1    |
      And Alice received "m1"
      When Alice sends an ephemeral message "e1"
      And 600 s passed
      And Alice sends "m2"
      Then the fields of "e1" are 1, 2, 3 and 20
      And "m2" asks for "x1"

  @SDS-R-SYNC-01 @should @needs-sds.repair @needs-virtual-clock @needs-sds.sync @needs-sds.tick @needs-sds.config.syncIntervalMs @needs-sds.config.repairMinMs @needs-sds.config.repairMaxMs
  Rule: A sync message that asks for something is sent although others have just sent theirs

    Scenario: Zoe sends a sync message every second
      Given Alice on a channel with
        | sync period | 30 s |
        | T_min       | 1 s  |
        | T_max       | 2 s  |
      And messages with repairs
        | message | after |
        | m1      | x1    |
      And Alice received "m1"
      When Alice runs her periodic tasks every 1 s for 60 s while Zoe sends sync messages
      Then at least 1 sync message asked for "x1"
