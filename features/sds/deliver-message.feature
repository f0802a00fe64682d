Feature: Delivering a message
  SDS, Deliver Message and Resolve Conflicts: the clock follows, and the id finds its place in the log.

  @SDS-DELIV-01 @must
  Rule: A higher timestamp becomes the participant's own

    Scenario Outline: A message at <lamport>
      Given Alice on a channel
      And messages from Zoe
        | message | lamport   |
        | m1      | <lamport> |
      And Alice received "m1"
      When Alice sends "m2"
      Then "m2" has lamport <next>

      Examples: one above, and far above
        | lamport | next    |
        | +1      | +2      |
        | +500    | +501    |
        | +90000  | +90001  |

    @needs-sds.state.lamport
    Scenario: Right after the delivery
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m1      | +500    |
      When Alice receives "m1"
      Then Alice's clock is +500

  @SDS-DELIV-02 @must
  Rule: A lower or equal timestamp changes nothing

    Scenario Outline: A message at <lamport> when the clock is +7
      Given Alice on a channel
      And messages from Zoe
        | message | lamport   |
        | first   | +7        |
        | m1      | <lamport> |
      And Alice received "first" and "m1"
      When Alice sends "m2"
      Then "m2" has lamport +8

      Examples: long ago, just before, equal
        | lamport |
        | 5       |
        | +6      |
        | +7      |

  @SDS-DELIV-03 @must @needs-sds.events.delivered
  Rule: The clock follows at the delivery, not at the reception

    Scenario: A message that waits
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after |
        | m1      | +800    |       |
        | waiting | +900    | m1    |
      And Alice received "waiting"
      When Alice sends "m2"
      Then "m2" has lamport +1
      When Alice receives "m1"
      And Alice sends "m3"
      Then "m3" has lamport +901

  @SDS-DELIV-04 @must
  Rule: The id takes its place in the log by its timestamp

    @needs-sds.state.log
    Scenario: In the middle
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | a       | +100    |
        | c       | +300    |
        | b       | +200    |
      When Alice receives "a", "c" and "b"
      Then Alice's log is "a", "b" and "c"

    Scenario: As seen by the next causal history
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | a       | +100    |
        | c       | +300    |
        | b       | +200    |
      And Alice received "a", "c" and "b"
      When Alice sends "m1"
      Then the causal history of "m1" is "b" and "c"

  @SDS-DELIV-05 @must @needs-sds.state.log
  Rule: Equal timestamps are resolved for all messages, own ones too

    Scenario: One that sorts before and one that sorts after an own message
      Given Alice on a channel
      And Alice sent "m1"
      And messages from Zoe
        | message | lamport    | id                |
        | before  | that of m1 | before that of m1 |
        | after   | that of m1 | after that of m1  |
      When Alice receives "after" and "before"
      Then Alice's log is "before", "m1" and "after"

    Scenario: Four at once
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | 0a      | +5      |
        | 0b      | +5      |
        | 0c      | +5      |
        | 0d      | +5      |
      When Alice receives "0c", "0a", "0d" and "0b"
      Then Alice's log is "0a", "0b", "0c" and "0d"

  @SDS-CONF-01 @must @needs-sds.state.log
  Rule: Messages with one timestamp are in ascending order of their ids

    Scenario Outline: Arrival in the order <order>
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | 10      | +77     |
        | 9       | +77     |
        | a       | +77     |
        | ab      | +77     |
      When Alice receives <order>
      Then Alice's log is "10", "9", "a" and "ab"

      Examples: ascending, descending and mixed
        | order                     |
        | "10", "9", "a" and "ab"   |
        | "ab", "a", "9" and "10"   |
        | "9", "ab", "10" and "a"   |

  @SDS-CONF-02 @must @needs-sds.state.log
  Rule: Of two hashes the lower one comes first

    Scenario: From the first byte to the last
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | id                                                               |
        | high    | +5      | ff00000000000000000000000000000000000000000000000000000000000000 |
        | lower   | +5      | 00ff0000000000000000000000000000000000000000000000000000000000aa |
        | lowest  | +5      | 00ff0000000000000000000000000000000000000000000000000000000000a9 |
      When Alice receives "high", "lower" and "lowest"
      Then Alice's log is "lowest", "lower" and "high"
