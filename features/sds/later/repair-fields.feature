@2026-04-02
Feature: The fields of repairs
  SDS of 2026-04-02, SDS-R message fields: `sender_id` in a `HistoryEntry`, and `repair_request`.

  @SDS-R-OPT-01 @may @needs-sds.events.delivered
  Rule: Who takes part in no repairs passes over their fields

    Scenario: A message with a request and with senders in its history
      Given Alice on a channel
      And messages with repairs
        | message | lamport | after | asks    |
        | m1      | +1      |       |         |
        | m2      | +2      | m1    | unknown |
      When Alice receives "m1" and "m2"
      Then Alice delivered "m1" and "m2"

  @SDS-R-WIRE-01 @must @needs-sds.repair
  Rule: The entries of the causal history name the sender in field 3

    Scenario: An own message and one of Zoe
      Given Alice on a channel
      And messages with repairs
        | message | lamport |
        | m1      | +10     |
      And Alice received "m1"
      And Alice sent "m2"
      When Alice sends "m3"
      Then "m3" carries
        | causal_history.sender_id | Zoe, Alice |

    @needs-sds.config.responseGroups
    Scenario: Also of a message that others will repair
      Given Alice on a channel with
        | response groups | 1000000 |
      And messages with repairs
        | message | lamport |
        | m1      | +10     |
      And Alice received "m1"
      And Alice sent "m2"
      When Alice sends "m3"
      Then "m3" carries
        | causal_history.sender_id | Zoe, Alice |

  @SDS-R-WIRE-02 @must @needs-sds.repair @needs-virtual-clock
  Rule: repair_request is field 13, one embedded HistoryEntry each

    Scenario: Two missing messages
      Given Alice on a channel
      And messages with repairs
        | message | after    |
        | m1      | x1, x2   |
      And Alice received "m1"
      And 600 s passed
      When Alice sends "m2"
      Then field 13 of "m2" is LEN and LEN
      And "m2" asks for "x1" and "x2"

    Scenario: The sender of the missing message is in the entry
      Given Alice on a channel
      And messages with repairs
        | message | after |
        | m1      | x1    |
      And Alice received "m1"
      And 600 s passed
      When Alice sends "m2"
      Then "m2" carries
        | repair_request.sender_id | Zoe |
