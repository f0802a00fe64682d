@2026-04-02
Feature: Asking for missing messages
  SDS of 2026-04-02, SDS Repair: who misses a message asks for it, after a wait of its own, in the messages
  that it sends anyway. Without other settings the wait is at most 10 minutes.

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
      Then the entries of "m3" name the senders Zoe and Alice

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
      Then the entries of "m3" name the senders Zoe and Alice

  @SDS-R-WIRE-02 @must @needs-sds.repair @needs-virtual-clock
  Rule: repair_request is field 13, one embedded HistoryEntry each

    Scenario: Two missing messages
      Given Alice on a channel
      And messages with repairs
        | message | after    |
        | m1      | x1, x2   |
      And Alice received "m1"
      And 10 min passed
      When Alice sends "m2"
      Then field 13 of "m2" is length-delimited, 2 times
      And "m2" asks for "x1" and "x2"

    Scenario: The sender of the missing message is in the entry
      Given Alice on a channel
      And messages with repairs
        | message | after |
        | m1      | x1    |
      And Alice received "m1"
      And 10 min passed
      When Alice sends "m2"
      Then the request in "m2" names the sender Zoe

  @SDS-R-STATE-01 @must @needs-sds.repair @needs-sds.config.repairMinMs @needs-sds.config.repairMaxMs @needs-sds.state.toRequest
  Rule: What is missing is kept with the time from which it is asked for

    @pair
    Scenario: Ten missing messages
      Given Alice on a channel
      When Alice misses 10 messages with a wait from 10 s to 70 s, as "Alice"
      Then "Alice" waits for all 10 messages from 10 s to 70 s

  @SDS-R-STATE-02 @must @needs-sds.repair @needs-virtual-clock @needs-sds.config.repairMinMs @needs-sds.config.repairMaxMs @needs-sds.state.toRequest
  Rule: The wait begins when the message is found missing

    @pair
    Scenario: The same wait a minute later
      Given Alice on a channel
      And Alice misses 10 messages with a wait from 10 s to 70 s, as "now"
      And 1 min passed
      When Alice misses 10 messages with a wait from 10 s to 70 s, as "later"
      Then "later" waits as long as "now"

  @SDS-R-CONF-02 @should @needs-sds.repair @needs-virtual-clock @needs-sds.config.repairMinMs @needs-sds.config.repairMaxMs
  Rule: Nothing is asked for before T_min has passed

    Scenario: A second before it, and after T_max
      Given Alice on a channel with
        | T_min | 30 s |
        | T_max | 60 s |
      And messages with repairs
        | message | after      |
        | m1      | x1, x2, x3 |
      And Alice received "m1"
      And 29 s passed
      And Alice sent "early"
      And 31 s passed
      When Alice sends "late"
      Then "early" asks for nothing
      And "late" asks for "x1", "x2" and "x3"

  @SDS-R-CONF-03 @should @needs-sds.repair @needs-sds.state.toRequest
  Rule: Where nobody says otherwise T_min is 30 seconds or more

    @pair
    Scenario: 200 missing messages
      Given Alice on a channel
      When Alice misses 200 messages with own settings, as "Alice"
      Then "Alice" waits for all 200 messages from 30 s to 60 min

  @SDS-R-CONF-04 @should @needs-sds.repair @needs-virtual-clock @needs-sds.config.repairMinMs @needs-sds.config.repairMaxMs
  Rule: After T_max everything missing is asked for

    Scenario: Three missing messages
      Given Alice on a channel with
        | T_min | 10 s |
        | T_max | 20 s |
      And messages with repairs
        | message | after      |
        | m1      | x1, x2, x3 |
      And Alice received "m1"
      And 20 s passed
      When Alice sends "m2"
      Then "m2" asks for "x1", "x2" and "x3"

  @SDS-R-CONF-05 @should @needs-sds.repair @needs-sds.state.toRequest
  Rule: Where nobody says otherwise T_max is between 2 and 10 minutes

    # Of 200 waits that are spread up to 120 s or more, none beyond 110 s comes by chance once in 10^10 times.
    @pair
    Scenario: 200 missing messages
      Given Alice on a channel
      When Alice misses 200 messages with own settings, as "Alice"
      Then the longest wait of 200 of "Alice" is from 110 s to 600 s

  @SDS-R-SEND-01 @should @needs-sds.repair @needs-virtual-clock
  Rule: A message asks for what is missing and due

    Scenario: The next message after the wait
      Given Alice on a channel
      And messages with repairs
        | message | after |
        | m1      | x1    |
      And Alice received "m1"
      And 10 min passed
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
      And 10 min passed
      When Alice sends a sync message "s1"
      Then "s1" asks for "x1"

  @SDS-R-SEND-02 @must @needs-sds.repair @needs-virtual-clock @needs-sds.state.toRequest
  Rule: An entry is due from its time on

    Scenario: A millisecond before it
      Given Alice on a channel
      And messages with repairs
        | message | after |
        | m1      | x1    |
      And Alice received "m1"
      And the time came to ask for "x1" at Alice, less 1 ms
      And Alice sent "early"
      And the time came to ask for "x1" at Alice, less 0 ms
      When Alice sends "m2"
      Then "early" asks for nothing
      And "m2" asks for "x1"

  @SDS-R-SEND-03 @may @needs-sds.repair @needs-virtual-clock @needs-sds.config.repairRequests
  Rule: The application says how many entries a message asks for

    Scenario Outline: <most> of five
      Given Alice on a channel with
        | entries of a request | <most> |
      And messages with repairs
        | message | after              |
        | m1      | x1, x2, x3, x4, x5 |
      And Alice received "m1"
      And 10 min passed
      When Alice sends "m2"
      Then "m2" asks for <count> messages

      Examples: one, some, and more than there are
        | most | count |
        | 1    | 1     |
        | 4    | 4     |
        | 9    | 5     |

  @SDS-R-SEND-04 @should @needs-sds.repair @needs-virtual-clock @needs-sds.state.toRequest
  Rule: What is longest due is asked for first

    Scenario: Three of eight
      Given Alice on a channel
      And messages with repairs
        | message | after                          |
        | m1      | x1, x2, x3, x4, x5, x6, x7, x8 |
      And Alice received "m1"
      And 10 min passed
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
      And 10 min passed
      When Alice sends "m2"
      Then "m2" asks for 3 messages at most

  @SDS-R-SEND-06 @must @needs-sds.repair @needs-virtual-clock
  Rule: With nothing due repair_request is unset

    Scenario: Nothing is missing, nothing is due, something is due
      Given Alice on a channel
      And Alice sent "m0"
      And messages with repairs
        | message | after |
        | m1      | x1    |
      And Alice received "m1"
      And Alice sent "m2"
      And 10 min passed
      When Alice sends "m3"
      Then the fields of "m0" are 1, 2, 3, 10, 12 and 20
      And "m2" asks for nothing
      And "m3" asks for "x1"

    # Once something is due the text leaves open whether an ephemeral message asks for it (AMB-53).
    @needs-sds.ephemeral
    Scenario: An ephemeral message before anything is due
      Given Alice on a channel
      And messages with repairs
        | message | after |
        | m1      | x1    |
      And Alice received "m1"
      And Alice sent an ephemeral message "e1"
      And 10 min passed
      When Alice sends "m2"
      Then the fields of "e1" are 1, 2, 3 and 20
      And "m2" asks for "x1"

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
      And 10 min passed
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
      And 10 min passed
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
      And 10 min passed
      When Alice sends "m2"
      Then "m2" asks for "x2" and "x3"

  @SDS-R-RECV-04 @must @needs-sds.repair @needs-sds.config.repairMinMs @needs-sds.config.repairMaxMs @needs-sds.state.toRequest
  Rule: The time to ask follows from who misses what

    @pair
    Scenario: Two participants miss the same
      Given Alice and Bob on a channel
      And Alice misses 10 messages with a wait from 10 s to 70 s, as "Alice"
      When Bob misses 10 messages with a wait from 10 s to 70 s, as "Bob"
      Then "Bob" does not wait as long as "Alice"
      And "Bob" waits for all 10 messages from 10 s to 70 s

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
      And 10 min passed
      When Alice sends "m2"
      Then "m2" asks for "x2"

  @SDS-R-TREQ-01 @must @needs-sds.repair @needs-virtual-clock @needs-sds.config.repairMinMs @needs-sds.config.repairMaxMs @needs-sds.state.toRequest
  Rule: T_req is the time, T_min and a remainder by the span from T_min to T_max of one number

    @pair
    Scenario: The number is the same at another time
      Given Alice on a channel
      And Alice misses 10 messages with a wait from 10 s to 70 s, as "now"
      And 60 min passed
      When Alice misses 10 messages with a wait from 10 s to 70 s, as "later"
      Then "later" waits as long as "now"

    @pair
    Scenario: T_min is added to the remainder
      Given Alice on a channel
      And Alice misses 10 messages with a wait from 10 s to 70 s, as "short"
      When Alice misses 10 messages with a wait from 30 s to 90 s, as "long"
      Then "long" waits 20 s longer than "short"

    @pair
    Scenario: The remainder is by the span
      Given Alice on a channel
      And Alice misses 10 messages with a wait from 10 s to 130 s, as "wide"
      When Alice misses 10 messages with a wait from 10 s to 70 s, as "narrow"
      Then "narrow" less 10 s waits the remainder by 60 s of "wide" less as much

  @SDS-R-TREQ-02 @must @needs-sds.repair @needs-sds.config.repairMinMs @needs-sds.config.repairMaxMs @needs-sds.state.toRequest
  Rule: The times to ask are spread evenly from T_min to T_max

    @pair
    Scenario: 200 missing messages
      Given Alice on a channel
      When Alice misses 200 messages with a wait from 10 s to 90 s, as "Alice"
      Then all 200 waits of "Alice" lie from 10 s to 90 s, a tenth or more in each quarter

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
