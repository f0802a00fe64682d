@needs-sds.events.delivered
Feature: What the protocol takes for granted
  SDS, Design Assumptions: ids of messages and participants, and messages that are fetched later or not at all.

  @SDS-ASM-01 @must
  Rule: A message id stands for one message

    Scenario: The same content twice from one participant
      Given Alice on a channel
      When Alice sends "m1" and "m2" with content 0badcafe
      Then the message ids of "m1" and "m2" differ

    @pair
    Scenario: The same content from two participants at the same time
      Given Alice and Bob on a channel
      When Alice sends "m1" with content 0badcafe
      And Bob sends "m2" with content 0badcafe
      Then the message ids of "m1" and "m2" differ

    @needs-sds.sweep-outgoing @needs-sds.config.resendUnackMs
    Scenario: A rebroadcast keeps the id
      Given Alice on a channel with
        | resend period | 10 s |
      And Alice sent "m1"
      When Alice's outgoing buffer is swept after 11 s
      Then Alice rebroadcasts "m1"

  @SDS-ASM-02 @must
  Rule: A participant has one id, on all its messages

    @pair
    Scenario: Messages with content
      Given Alice and Bob on a channel
      When Alice sends "m1" and "m2"
      And Bob sends "m3"
      Then "m1" comes from Alice
      And "m2" comes from Alice
      And "m3" comes from Bob

    @needs-sds.sync
    Scenario: A sync message
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends a sync message "s1"
      Then "s1" comes from Alice

    @needs-sds.ephemeral
    Scenario: An ephemeral message
      Given Alice on a channel
      When Alice sends an ephemeral message "e1"
      Then "e1" comes from Alice

    Scenario: On a second channel
      Given Alice on a channel
      And Alice on a second channel too
      When Alice on the second channel sends "m1"
      Then "m1" comes from Alice

  @SDS-ASM-03 @must
  Rule: A message fetched later is handled like one that was received

    @pair
    Scenario: The missing message comes five minutes later
      Given Alice and Bob on a channel
      And Alice sent "m1" and "m2"
      And Bob received "m2"
      And 300 s passed
      When Bob receives "m1"
      Then Bob delivered "m1" and "m2"

    Scenario: It is older than everything that was delivered meanwhile
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after |
        | old     | +5      |       |
        | waiting | +6      | old   |
        | newer   | +900    |       |
      When Alice receives "waiting", "newer" and "old"
      Then Alice delivered "newer", "old" and "waiting"

  @SDS-ASM-04 @must
  Rule: No store node and no retrieval hint is needed

    @pair
    Scenario: Sending and delivering without any hint
      Given Alice and Bob on a channel
      And Alice sent "m1" and "m2"
      When Bob receives "m1" and "m2"
      Then Bob delivered "m1" and "m2"
