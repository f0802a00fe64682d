Feature: Receiving a message
  SDS, Receive Message: own echoes and repeats, the review of acknowledgements, and the bloom filter.

  @SDS-RECV-01 @should @needs-sds.state.outgoing @needs-sds.state.log @needs-sds.state.lamport
  Rule: A message with the participant's own sender id is ignored

    Scenario Outline: A message that <sender> sent
      Given Alice on a channel
      And Alice sent "m1"
      And messages from Zoe
        | message | lamport | after | sender   |
        | echo    | +900    | m1    | <sender> |
      When Alice receives "echo"
      Then Alice's outgoing buffer holds <outgoing>
      And Alice's log is <log>
      And Alice's clock is <clock>

      Examples: the own id is ignored, another one is not
        | sender | outgoing | log             | clock |
        | Alice  | "m1"     | "m1"            | +1    |
        | Bob    | nothing  | "m1" and "echo" | +900  |

  @SDS-RECV-02 @may @needs-sds.state.log @needs-sds.state.lamport
  Rule: A repeated message changes nothing more

    Scenario: The same bytes twice
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m1      | +10     |
      When Alice receives "m1" and "m1"
      Then Alice's log is "m1"
      And Alice's clock is +10

    Scenario: Two messages with the same content are two messages
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | content  |
        | m1      | +10     | 0badcafe |
        | m2      | +20     | 0badcafe |
      When Alice receives "m1" and "m2"
      Then Alice's log is "m1" and "m2"

    Scenario: A repeat while it waits
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after |
        | m1      | +10     |       |
        | m2      | +20     | m1    |
      When Alice receives "m2", "m2" and "m1"
      Then Alice's log is "m1" and "m2"

  @SDS-RECV-03 @must @needs-sds.state.outgoing
  Rule: Every received message is searched for acknowledgements, whether it can be delivered or not

    Scenario: A message that has to wait
      Given Alice on a channel
      And Alice sent "m1" and "m2"
      And messages from Zoe
        | message | lamport | after       |
        | waiting | +10     | m1, unknown |
      When Alice receives "waiting"
      Then "m1" is acknowledged at Alice
      And "m2" is unacknowledged at Alice

    Scenario: A message with a filter that nobody can read
      Given Alice on a channel
      And Alice sent "m1" and "m2"
      And messages from Zoe
        | message | lamport | after | filter     |
        | reply   | +10     | m1    | unreadable |
      When Alice receives "reply"
      Then "m1" is acknowledged at Alice

  @SDS-RECV-04 @must @needs-sds.state.outgoing
  Rule: The id of a message with content enters the bloom filter, also while the message waits

    @pair
    Scenario: The second and third of three messages arrive
      Given Alice and Bob on a channel
      And Alice sent "m1", "m2" and "m3"
      And Bob received "m2" and "m3"
      And Bob sent "reply"
      When Alice receives the bloom filter of "reply"
      Then "m2" is possibly acknowledged at Alice
      And "m3" is possibly acknowledged at Alice
      And "m1" is unacknowledged at Alice

  @SDS-RECV-05 @must @needs-sds.state.outgoing
  Rule: The id of a message without content does not enter the bloom filter

    @pair
    Scenario Outline: A message from Zoe with the id of m1 and <content>
      Given Alice and Bob on a channel
      And Alice sent "m1"
      And messages from Zoe
        | message | kind | lamport | id         | after   |
        | copy    | sync | +10     | that of m1 | <after> |
      And Bob received "copy"
      And Bob sent "reply"
      When Alice receives the bloom filter of "reply"
      Then "m1" is unacknowledged at Alice

      Examples: whether it waits or not
        | content                 | after   |
        | no content              |         |
        | no content, as it waits | unknown |

    @pair
    Scenario: A message from Zoe with the id of m1 and content
      Given Alice and Bob on a channel
      And Alice sent "m1"
      And messages from Zoe
        | message | lamport | id         |
        | copy    | +10     | that of m1 |
      And Bob received "copy"
      And Bob sent "reply"
      When Alice receives the bloom filter of "reply"
      Then "m1" is possibly acknowledged at Alice
