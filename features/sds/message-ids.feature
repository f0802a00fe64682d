Feature: The ids of a message
  SDS, Wire protocol / Message: who sent it, which it is, and to which channel it belongs.

  @SDS-MSG-01 @must
  Rule: A message carries the id of its sender

    @pair
    Scenario: After hearing of others
      Given Alice and Bob on a channel
      And Bob sent "m1"
      And Alice received "m1"
      When Alice sends "m2"
      Then "m2" comes from Alice

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

  @SDS-MSG-02 @must
  Rule: A message carries an id that no other message has

    Scenario: 300 messages, two hundred of them with the same content
      Given Alice on a channel
      When Alice sends "m1" to "m100"
      And Alice sends "m101" to "m300" with content 0badcafe
      Then the message ids of "m1" to "m300" differ

    @pair
    Scenario: Two participants send the same at the same time
      Given Alice and Bob on a channel
      When Alice sends "m1" with content 0badcafe
      And Bob sends "m2" with content 0badcafe
      Then the message ids of "m1" and "m2" differ

  @SDS-MSG-04 @must
  Rule: A message carries the id of its channel

    Scenario: Two channels of one participant
      Given Alice on a channel
      And Alice on a second channel too
      When Alice sends "m1"
      And Alice on the second channel sends "m2"
      Then "m1" carries
        | channel_id | first channel |
      And "m2" carries
        | channel_id | second channel |

    @needs-sds.sync
    Scenario: A sync message
      Given Alice on a channel
      And Alice sent "m1"
      When Alice sends a sync message "s1"
      Then "s1" carries
        | channel_id | first channel |

    @needs-sds.ephemeral
    Scenario: An ephemeral message
      Given Alice on a channel
      When Alice sends an ephemeral message "e1"
      Then "e1" carries
        | channel_id | first channel |

  @SDS-MSG-05 @should @needs-sds.no-channel
  Rule: Without individual channels the channel id is 0

    Scenario: A participant that was given no channel
      Given Alice on a channel with
        | channel id | none |
      When Alice sends "m1"
      Then "m1" carries
        | channel_id | 0 |
