Feature: The wire format of a causal history
  SDS, Wire protocol / Message: `causal_history`, and the protobuf `HistoryEntry` that it holds.

  @SDS-WIRE-06 @must
  Rule: causal_history is field 11, one embedded HistoryEntry each

    Scenario: Two messages before
      Given Alice on a channel
      When Alice sends "m1", "m2" and "m3"
      Then field 11 of "m3" is LEN and LEN
      And the causal history of "m3" is "m1" and "m2"

    @needs-sds.events.delivered
    Scenario: It is read
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after  |
        | m1      | +1      |        |
        | m2      | +2      |        |
        | m3      | +3      | m1, m2 |
      When Alice receives "m3" and "m1"
      Then Alice delivered "m1"
      When Alice receives "m2"
      Then Alice delivered "m1", "m2" and "m3"

  @SDS-WIRE-09 @must
  Rule: message_id is field 1 of a HistoryEntry, the id of the message meant

    Scenario: The entry holds the id of the earlier message
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m1      | +10     |
      And Alice received "m1"
      When Alice sends "m2"
      Then the causal history of "m2" is "m1"

  @SDS-WIRE-10 @must @needs-sds.events.delivered
  Rule: retrieval_hint is field 2 of a HistoryEntry and decides nothing

    Scenario Outline: A dependency <dependency> arrives <time>
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after | hint   |
        | m1      | +10     |       |        |
        | m2      | +20     | m1    | <hint> |
      When Alice receives <messages>
      Then Alice delivered "m1" and "m2"

      Examples: with a hint and without, before and after the message that names it
        | dependency     | hint     | time   | messages      |
        | with a hint    | c0ffee00 | before | "m1" and "m2" |
        | with a hint    | c0ffee00 | after  | "m2" and "m1" |
        | without a hint |          | before | "m1" and "m2" |
        | without a hint |          | after  | "m2" and "m1" |

    Scenario: Entries without a hint leave the field out
      Given Alice on a channel
      When Alice sends "m1" and "m2"
      Then "m2" carries
        | causal_history.retrieval_hint | none |
