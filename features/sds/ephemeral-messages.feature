Feature: Ephemeral messages
  SDS, Ephemeral Messages: sent without timestamp, history and filter, delivered at once, kept nowhere.

  @SDS-EPH-02 @should @needs-sds.ephemeral
  Rule: An ephemeral message has neither timestamp nor causal history nor bloom filter

    Scenario: Between two messages
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends an ephemeral message "e1"
      And Alice sends "m2"
      Then the fields of "e1" are 1, 2, 3 and 20
      And "m2" has lamport +2

  @SDS-EPH-03 @should @needs-sds.ephemeral @needs-sds.state.outgoing
  Rule: An ephemeral message is not kept for acknowledgement

    Scenario: It is not in the outgoing buffer
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends an ephemeral message "e1"
      Then Alice's outgoing buffer holds "m1"

    @needs-sds.sweep-outgoing @needs-sds.config.resendUnackMs
    Scenario: It is not broadcast again
      Given Alice on a channel with
        | resend period | 10 s |
      And Alice sent "m1"
      When Alice sends an ephemeral message "e1"
      And Alice's outgoing buffer is swept after 11 s
      Then Alice rebroadcasts "m1"

  @SDS-EPH-04 @should @needs-sds.events.delivered
  Rule: A received ephemeral message is delivered at once

    Scenario Outline: It depends on <after>
      Given Alice on a channel
      And messages from Zoe
        | message | kind      | after   |
        | e1      | ephemeral | <after> |
      When Alice receives "e1" and no sweep runs
      Then Alice delivered "e1" with its content

      Examples: nothing, and a message that nobody has
        | after   |
        |         |
        | unknown |

  @SDS-EPH-05 @should @needs-sds.events.delivered
  Rule: An ephemeral message is not in the log

    @needs-sds.state.log
    Scenario: Not in that of its receiver
      Given Alice on a channel
      And messages from Zoe
        | message | kind      | lamport |
        | m1      |           | +10     |
        | e1      | ephemeral |         |
      When Alice receives "m1" and "e1"
      Then Alice delivered "m1" and "e1"
      And Alice's log is "m1"

    Scenario: Not in the next causal history
      Given Alice on a channel
      And messages from Zoe
        | message | kind      | lamport |
        | m1      |           | +10     |
        | e1      | ephemeral |         |
      And Alice received "m1" and "e1"
      When Alice sends "m2"
      Then the causal history of "m2" is "m1"

    @needs-sds.ephemeral
    Scenario: Not in that of its sender
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends an ephemeral message "e1"
      And Alice sends "m2"
      Then the causal history of "m2" is "m1"
