@2026-04-02
Feature: Who answers
  SDS of 2026-04-02, SDS Repair: participants are divided by a hash into groups, and only those in the group of
  a message's sender answer with it. With 80 messages, all or none in a group of four comes by chance once in
  thousands of millions of times. Each time that Alice is asked "as" somebody she starts anew.

  @SDS-R-CONF-06 @may @needs-sds.repair @needs-sds.state.toAnswer @needs-sds.config.responseGroups
  Rule: Participants can be divided into groups for answering

    @pair
    Scenario: Four groups
      Given Alice on a channel with
        | response groups | 4 |
      When Alice is asked for 80 messages of Zoe, as "Alice"
      Then "Alice" is to answer with some of them

  @SDS-R-CONF-07 @must @needs-sds.repair @needs-sds.state.toAnswer @needs-sds.config.responseGroups
  Rule: Only those in the response group answer

    @pair
    Scenario: Many groups leave fewer than few
      Given Alice on a channel with
        | response groups | 8 |
      And Alice is asked for 80 messages of Zoe, as "many"
      And Alice on a channel with
        | response groups | 2 |
      When Alice is asked for 80 messages of Zoe, as "few"
      Then "many" is to answer with some of them
      And "few" is to answer with some of them
      And what "many" is to answer with, "few" is as well

  @SDS-R-CONF-08 @must @needs-sds.repair @needs-sds.state.toAnswer @needs-sds.config.responseGroups
  Rule: num_response_groups is the number of groups

    @pair
    Scenario: One group has everybody
      Given Alice on a channel with
        | response groups | 1 |
      When Alice is asked for 80 messages of Zoe, as "Alice"
      Then "Alice" is to answer with all of them

    @pair
    Scenario: Two groups have not
      Given Alice on a channel with
        | response groups | 2 |
      When Alice is asked for 80 messages of Zoe, as "Alice"
      Then "Alice" is to answer with some of them

  @SDS-R-CONF-09 @should @needs-sds.repair @needs-sds.state.toAnswer
  Rule: Where nobody says otherwise a small group is one response group

    @pair
    Scenario: 40 messages of Zoe
      Given Alice on a channel
      When Alice is asked for 40 messages of Zoe, as "Alice"
      Then "Alice" is to answer with all of them

  @SDS-R-RECV-08 @must @needs-sds.repair @needs-sds.state.toAnswer @needs-sds.config.responseGroups
  Rule: Whether a participant may answer follows from the sender of the message

    @pair
    Scenario: Alice has messages of the same ids from Zoe and from Bob
      Given Alice on a channel with
        | response groups | 4 |
      And Alice is asked for 80 messages of Zoe, as "Zoe's"
      When Alice is asked for 80 messages of Bob, as "Bob's"
      Then "Zoe's" is to answer with some of them
      And "Bob's" is to answer with other messages than "Zoe's"

  @SDS-R-GROUP-01 @must @needs-sds.repair @needs-sds.state.toAnswer @needs-sds.config.responseGroups
  Rule: A participant is in the group where two remainders agree

    @pair
    Scenario: Alice answers for Bob where Bob answers for Alice
      Given Alice on a channel with
        | response groups | 4 |
      And Bob on a channel with
        | response groups | 4 |
      And Alice is asked for 80 messages of Bob, as "Alice"
      When Bob is asked for 80 messages of Alice, as "Bob"
      Then "Bob" is to answer with the messages of "Alice"
      And "Bob" is to answer with some of them

    @pair
    Scenario: Remainders that agree by 8 agree by 4
      Given Alice on a channel with
        | response groups | 8 |
      And Alice is asked for 80 messages of Zoe, as "eight"
      And Alice on a channel with
        | response groups | 4 |
      When Alice is asked for 80 messages of Zoe, as "four"
      Then what "eight" is to answer with, "four" is as well
      And "four" is to answer with some of them

  @SDS-R-GROUP-02 @must @needs-sds.repair @needs-virtual-clock @needs-sds.sweep-repairs @needs-sds.config.responseGroups
  Rule: The sender of a message is in its response group

    Scenario: A million groups
      Given Alice on a channel with
        | response groups | 1000000 |
      And Alice sent "m1"
      And messages with repairs
        | message | kind | sender | lamport | asks |
        | s1      | sync | Bob    | +10     | m1   |
      And Alice received "s1"
      And 600 s passed
      When Alice's repairs are swept
      Then Alice rebroadcasts "m1"

  @SDS-R-GROUP-03 @must @needs-sds.repair @needs-virtual-clock @needs-sds.state.toAnswer @needs-sds.config.responseGroups
  Rule: Sender and message id are enough to know the group

    @pair
    Scenario: Another content, another timestamp, a day later
      Given Alice on a channel with
        | response groups | 4 |
      And Alice is asked for 80 messages of Zoe, as "now"
      And 86400 s passed
      When Alice is asked for 80 messages of Zoe, as "later"
      Then "later" is to answer with the messages of "now"
      And "later" is to answer with some of them
