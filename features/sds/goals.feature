@needs-sds.events.delivered
Feature: What the protocol is for
  SDS, Abstract, Motivation and Design Assumptions: every participant ends with the same log, and
  nobody sees an answer before what it answers. The schedules are drawn anew for each run.

  @SDS-GOAL-01 @must @needs-sds.state.log
  Rule: Participants that have received every message hold the same log

    @pair
    Scenario: Three participants that send in turns
      Given Alice, Bob and Carol on a channel
      And Alice sent "m1"
      And Bob received "m1"
      And Bob sent "m2"
      When Carol receives "m1" and "m2"
      And Alice receives "m2"
      Then Alice's log is "m1" and "m2"
      And Bob's log is "m1" and "m2"
      And Carol's log is "m1" and "m2"

    @pair
    Scenario: Two participants that send at the same time
      Given Alice and Bob on a channel
      And Alice sent "m1"
      And Bob sent "m2"
      When Alice receives "m2"
      And Bob receives "m1"
      Then Alice and Bob have the same log

    @pair
    Scenario: Any schedule with loss, reordering and repeats, repaired in the end
      When 3 participants play random schedules with loss, repeats and late repair
      Then Alice, Bob and Carol have the same log

  @SDS-GOAL-02 @must @needs-sds.state.log @needs-sds.state.lamport
  Rule: Repeated, late and reordered messages leave a participant as one clean delivery would

    @pair
    Scenario: Every message twice, the last one first
      Given Alice and Bob on a channel
      And Alice sent "m1", "m2" and "m3"
      When Bob receives "m3", "m1", "m3", "m2", "m1" and "m2"
      Then Bob's log is "m1", "m2" and "m3"
      And Bob's clock is +3

    Scenario: A repeat after the clock has moved on
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m1      | +10     |
        | m2      | +500    |
      When Alice receives "m1", "m2" and "m1"
      Then Alice's log is "m1" and "m2"
      And Alice's clock is +500

  @SDS-GOAL-03 @must
  Rule: A message is delivered after the messages that it depends on

    Scenario: A chain that arrives backwards
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after |
        | m1      | +1      |       |
        | m2      | +2      | m1    |
        | m3      | +3      | m2    |
      When Alice receives "m3", "m2" and "m1"
      Then Alice delivered "m1", "m2" and "m3"

    Scenario: A message that waits for one that waits itself
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after |
        | m1      | +1      |       |
        | m2      | +2      | m1    |
        | m3      | +3      | m2    |
      When Alice receives "m2" and "m3"
      Then Alice delivered nothing
      When Alice receives "m1"
      Then Alice delivered "m1", "m2" and "m3"

    @pair
    Scenario: Any schedule with loss, reordering and repeats
      When 3 participants play random schedules with loss, repeats and late repair
      Then in every schedule each delivery follows its dependencies

  @SDS-GOAL-04 @must @needs-sds.state.log
  Rule: What is in the log stays in the log

    Scenario: Messages that sort before and after the ones already there
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m1      | +300    |
        | m2      | +500    |
        | m3      | +100    |
        | m4      | +400    |
      When Alice receives "m1" and "m2"
      Then Alice's log is "m1" and "m2"
      When Alice receives "m3" and "m4"
      Then Alice's log is "m3", "m1", "m4" and "m2"

    Scenario: An id that comes again with another timestamp
      Given Alice on a channel
      And messages from Zoe
        | message  | lamport | id         |
        | m1       | +100    |            |
        | m2       | +200    |            |
        | m1 again | +300    | that of m1 |
      When Alice receives "m1", "m2" and "m1 again"
      Then Alice's log is "m1" and "m2"

    Scenario: A log of 1,200 messages keeps its first
      Given Alice on a channel
      And messages from Zoe
        | message     | lamport | after |
        | m1 to m1200 | +1      |       |
        | late        | +5000   | m1    |
      When Alice receives "m1" to "m1200" and "late"
      Then Alice delivered "m1" to "m1200" and "late"

  @SDS-GOAL-05 @must
  Rule: A participant can send while messages wait for their dependencies

    Scenario: Five messages wait
      Given Alice on a channel
      And messages from Zoe
        | message  | lamport | after   |
        | m0       | +1      |         |
        | w1 to w5 | +10     | unknown |
      And Alice received "m0" and "w1" to "w5"
      When Alice sends "m1"
      Then "m1" has lamport +2
      And the causal history of "m1" is "m0"
