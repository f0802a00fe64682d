Feature: What a message carries
  SDS, Wire protocol / Message: the fields of the protocol steps, and the content.

  @SDS-MSG-06 @must
  Rule: A message that is not ephemeral carries timestamp, causal history and bloom filter

    Scenario: The first message
      Given Alice on a channel
      When Alice sends "m1"
      Then "m1" carries
        | lamport_timestamp | set   |
        | causal_history    | empty |
        | bloom_filter      | set   |

    Scenario: A later message
      Given Alice on a channel
      When Alice sends "m1" and "m2"
      Then "m2" carries
        | lamport_timestamp | set |
        | causal_history    | m1  |
        | bloom_filter      | set |

    @needs-sds.sync
    Scenario: A sync message
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends a sync message "s1"
      Then "s1" carries
        | lamport_timestamp | set |
        | causal_history    | m1  |
        | bloom_filter      | set |

  @SDS-MSG-07 @may @needs-sds.events.delivered
  Rule: A receiver takes messages that leave those fields out

    Scenario: An ephemeral message with none of them
      Given Alice on a channel
      And messages from Zoe
        | message | kind      |
        | e1      | ephemeral |
      When Alice receives "e1"
      Then Alice delivered "e1" with its content

    Scenario: An ephemeral message with a causal history
      Given Alice on a channel
      And messages from Zoe
        | message | kind      | after   |
        | e1      | ephemeral | unknown |
      When Alice receives "e1"
      Then Alice delivered "e1" with its content

    Scenario: A message without a bloom filter
      Given Alice on a channel
      And messages from Zoe
        | message | lamport |
        | m1      | +10     |
      When Alice receives "m1"
      Then Alice delivered "m1" with its content

  @SDS-MSG-08 @may @needs-sds.state.log @needs-sds.state.outgoing @needs-sds.events.delivered
  Rule: Content that is unset and content of no bytes mean a sync message alike

    Scenario Outline: A message whose content is <content>
      Given Alice on a channel
      And Alice sent "m1" and "m2"
      And messages from Zoe
        | message | kind   | lamport | after |
        | s1      | <kind> | +20     | m1    |
      When Alice receives "s1"
      Then Alice's outgoing buffer holds "m2"
      And Alice's log is "m1" and "m2"
      And Alice delivered nothing

      Examples: two ways to write it
        | content  | kind       |
        | unset    | sync       |
        | no bytes | empty sync |

  @SDS-MSG-09 @must
  Rule: A message that is no sync message carries the content of the application

    Scenario: A message
      Given Alice on a channel
      When Alice sends "m1"
      Then "m1" carries
        | content | as sent |

    @needs-sds.ephemeral
    Scenario: An ephemeral message
      Given Alice on a channel
      When Alice sends an ephemeral message "e1"
      Then "e1" carries
        | content | as sent |

    @needs-sds.sweep-outgoing @needs-sds.config.resendUnackMs
    Scenario: A rebroadcast
      Given Alice on a channel with
        | resend period | 10 s |
      And Alice sent "m1"
      When Alice's outgoing buffer is swept after 11 s
      Then the rebroadcast of "m1" has the same
        | content |

  @SDS-MSG-10 @must
  Rule: The causal history lists messages that came before

    Scenario: A message does not list itself
      Given Alice on a channel
      When Alice sends "m1" and "m2"
      Then the causal history of "m2" is "m1"

    Scenario: A message that waits is not listed
      Given Alice on a channel
      And messages from Zoe
        | message | lamport | after   |
        | m1      | +10     |         |
        | waiting | +20     | unknown |
      And Alice received "m1" and "waiting"
      When Alice sends "m2"
      Then the causal history of "m2" is "m1"

    Scenario: Sync and ephemeral messages are not listed
      Given Alice on a channel
      And messages from Zoe
        | message | kind      | lamport |
        | m1      |           | +10     |
        | s1      | sync      | +20     |
        | e1      | ephemeral |         |
      And Alice received "m1", "s1" and "e1"
      When Alice sends "m2"
      Then the causal history of "m2" is "m1"
