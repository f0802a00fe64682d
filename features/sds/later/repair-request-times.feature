@2026-04-02
Feature: When to ask
  SDS of 2026-04-02, SDS Repair: how long a participant waits before it asks for a message. Each time that Alice
  misses messages "as" somebody she starts anew.

  @SDS-R-STATE-01 @must @needs-sds.repair @needs-sds.config.repairMinMs @needs-sds.config.repairMaxMs @needs-sds.state.toRequest
  Rule: What is missing is kept with the time from which it is asked for

    @pair
    Scenario: Ten missing messages
      Given Alice on a channel with
        | T_min | 10 s |
        | T_max | 70 s |
      When Alice misses 10 messages, as "Alice"
      Then "Alice" waits for all 10 messages from 10 s to 70 s

  @SDS-R-STATE-02 @must @needs-sds.repair @needs-virtual-clock @needs-sds.config.repairMinMs @needs-sds.config.repairMaxMs @needs-sds.state.toRequest
  Rule: The wait begins when the message is found missing

    @pair
    Scenario: The same wait a minute later
      Given Alice on a channel with
        | T_min | 10 s |
        | T_max | 70 s |
      And Alice misses 10 messages, as "now"
      And 60 s passed
      When Alice misses 10 messages, as "later"
      Then "later" waits by the same numbers as "now"

  @SDS-R-CONF-02 @should @needs-sds.repair @needs-virtual-clock @needs-sds.config.repairMinMs @needs-sds.config.repairMaxMs
  Rule: Nothing is asked for before T_min has passed

    Scenario Outline: After <time> s
      Given Alice on a channel with
        | T_min | 30 s |
        | T_max | 60 s |
      And messages with repairs
        | message | after      |
        | m1      | x1, x2, x3 |
      And Alice received "m1"
      And <time> s passed
      When Alice sends "m2"
      Then "m2" asks for <asked>

      Examples: a second before it, and after T_max
        | time | asked               |
        | 29   | nothing             |
        | 60   | "x1", "x2" and "x3" |

  @SDS-R-CONF-03 @should @needs-sds.repair @needs-sds.state.toRequest
  Rule: Where nobody says otherwise T_min is 30 seconds or more

    @pair
    Scenario: 200 missing messages
      Given Alice on a channel
      When Alice misses 200 messages, as "Alice"
      Then "Alice" waits for all 200 messages from 30 s to 3600 s

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
      When Alice misses 200 messages, as "Alice"
      Then the longest wait of "Alice" is from 110 s to 600 s

  @SDS-R-RECV-04 @must @needs-sds.repair @needs-sds.config.repairMinMs @needs-sds.config.repairMaxMs @needs-sds.state.toRequest
  Rule: The time to ask follows from who misses what

    @pair
    Scenario: Two participants miss the same
      Given Alice on a channel with
        | T_min | 10 s |
        | T_max | 70 s |
      And Bob on a channel with
        | T_min | 10 s |
        | T_max | 70 s |
      And Alice misses 10 messages, as "Alice"
      When Bob misses 10 messages, as "Bob"
      Then "Bob" waits by other numbers than "Alice"
      And "Bob" waits for all 10 messages from 10 s to 70 s

  @SDS-R-TREQ-01 @must @needs-sds.repair @needs-virtual-clock @needs-sds.config.repairMinMs @needs-sds.config.repairMaxMs @needs-sds.state.toRequest
  Rule: T_req is the time, T_min and a remainder by the span from T_min to T_max of one number

    @pair
    Scenario: The number is the same at another time
      Given Alice on a channel with
        | T_min | 10 s |
        | T_max | 70 s |
      And Alice misses 10 messages, as "now"
      And 3600 s passed
      When Alice misses 10 messages, as "later"
      Then "later" waits by the same numbers as "now"

    @pair
    Scenario: T_min is added to the remainder
      Given Alice on a channel with
        | T_min | 10 s |
        | T_max | 70 s |
      And Alice misses 10 messages, as "short"
      And Alice on a channel with
        | T_min | 30 s |
        | T_max | 90 s |
      When Alice misses 10 messages, as "long"
      Then "long" waits by the same numbers as "short"

    @pair
    Scenario: The remainder is by the span
      Given Alice on a channel with
        | T_min | 10 s  |
        | T_max | 130 s |
      And Alice misses 10 messages, as "wide"
      And Alice on a channel with
        | T_min | 10 s |
        | T_max | 70 s |
      When Alice misses 10 messages, as "narrow"
      Then "narrow" waits by the same numbers as "wide"

  @SDS-R-TREQ-02 @must @needs-sds.repair @needs-sds.config.repairMinMs @needs-sds.config.repairMaxMs @needs-sds.state.toRequest
  Rule: The times to ask are spread evenly from T_min to T_max

    @pair
    Scenario: 200 missing messages
      Given Alice on a channel with
        | T_min | 10 s |
        | T_max | 90 s |
      When Alice misses 200 messages, as "Alice"
      Then the waits of "Alice" are spread evenly from 10 s to 90 s
