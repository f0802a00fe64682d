@needs-sds.sweep-incoming
Feature: Sweeping the incoming buffer
  SDS, Periodic Incoming Buffer Sweep: what waits is checked again and again, and delivered when it can be.

  @SDS-SWIN-01 @must @needs-sds.events.delivered
  Rule: Waiting messages are checked again without further traffic from their sender

    @pair
    Scenario: The dependency comes from somebody else
      Given Alice, Bob and Carol on a channel
      And Bob sent "m1"
      And Carol received "m1"
      And Carol sent "m2"
      And Alice received "m2"
      When Alice receives "m1"
      Then Alice delivered "m1" and "m2"

    Scenario: Two messages wait for different ones
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after |
        | m1      | +1      |       |
        | m2      | +2      |       |
        | w1      | +3      | m1    |
        | w2      | +4      | m2    |
      When Alice receives "w1", "w2" and "m2"
      Then Alice delivered "m2" and "w2"
      When Alice receives "m1"
      Then Alice delivered "m2", "w2", "m1" and "w1"

  @SDS-SWIN-02 @may @needs-sds.missing
  Rule: The missing messages are exactly the unmet dependencies

    Scenario Outline: One is there, one is own, the others come after <received>
      Given Alice on a channel
      And Alice sent "own"
      And messages from Zoe
        | message | lamport | after             |
        | m1      | +1      |                   |
        | m2      | +2      |                   |
        | m3      | +3      |                   |
        | w1      | +4      | m1, own, m2, m3   |
      And Alice received "m1"
      When Alice receives <received>
      Then Alice misses <missed>

      Examples: two are missing, one, none
        | received            | missed        |
        | "w1"                | "m2" and "m3" |
        | "w1" and "m2"       | "m3"          |
        | "w1", "m2" and "m3" | nothing       |

  @SDS-SWIN-03 @may @needs-sds.missing
  Rule: The hint of a missing message is the one that came with it

    Scenario: Two missing messages with hints of their own
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after | hint     |
        | w1      | +4      | x1    | 01c0ffee |
        | w2      | +5      | x2    | 02c0ffee |
      When Alice receives "w1" and "w2"
      Then Alice misses "x1" with the hint 01c0ffee
      And Alice misses "x2" with the hint 02c0ffee

  @SDS-SWIN-04 @must @needs-sds.events.delivered
  Rule: A sweep delivers, by the whole procedure, what has its dependencies met

    Scenario: A chain of ten, backwards
      Given Alice on a channel
      And messages from Zoe
        | message   | lamport | after          |
        | c1 to c10 | +1      | the one before |
      When Alice receives "c10" to "c1"
      Then Alice delivered "c1" to "c10"
      When Alice sends "m1"
      Then "m1" has lamport +11

    @needs-sds.state.incoming @needs-sds.state.log
    Scenario: What was delivered is no longer in the buffer
      Given Alice on a channel
      And messages from Zoe
        | message | kind | lamport | after   |
        | m1      |      | +1      |         |
        | m2      |      | +2      | m1      |
        | s1      | sync | +3      | m1      |
        | waiting |      | +4      | unknown |
      And Alice received "m2", "s1" and "waiting"
      When Alice receives "m1"
      Then Alice's incoming buffer holds "waiting"
      And Alice's log is "m1" and "m2"
      And Alice delivered "m1" and "m2"

  @SDS-SWIN-05 @may @needs-sds.events.delivered @needs-sds.config.lostAfterMs @needs-virtual-clock
  Rule: Dependencies are given up after the set time, not before, and only those that are missing

    Scenario Outline: After <time> s
      Given Alice on a channel with
        | loss period | 60 s |
      And messages from Zoe
        | message | lamport | after  |
        | m1      | +1      |        |
        | w1      | +2      | m1, x1 |
      And Alice received "m1" and "w1"
      When Alice's incoming buffer is swept after <time> s
      Then Alice has lost at most <lost>

      Examples: before the time is over, and then
        | time | lost    |
        | 59   | nothing |
        | 61   | "x1"    |

    Scenario: A message that was given up is delivered if it comes again with all it needs
      Given Alice on a channel with
        | loss period | 60 s |
      And messages from Zoe
        | message | lamport | after |
        | m1      | +1      |       |
        | w1      | +2      | m1    |
      And Alice received "w1"
      When Alice's incoming buffer is swept after 61 s
      And Alice receives "m1" and "w1"
      Then Alice delivered "m1" and "w1"
