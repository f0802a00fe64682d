Feature: Chat ids of groups and channels
  62/STATUS-PAYLOADS, Chats: which group or channel a message is for.

  @PAY-CHID-09 @must @needs-payloads.node
  Rule: A group has the id that its messages carry

    Scenario: Sent
      Given Bob is in a group
      When Bob sends the ChatMessage "m1"
      Then "m1" has
        | chat_id | this chat |

    Scenario: Received
      Given Bob is in a group
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it
      And Bob sees "m1"

  @PAY-CHID-10 @must @needs-payloads.node
  Rule: A message to an unknown group is discarded

    Scenario: Nobody told Bob of the group
      Given Bob is in a group
      When Bob receives the ChatMessage "m1" from Mallory with
        | chat_id | a group that nobody knows |
      Then Bob discards it
      And Bob has no other chat

    Scenario: The group that he is in
      Given Bob is in a group
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it

  @PAY-CHID-11 @must @needs-payloads.node
  Rule: A message to a group that the user is not in is discarded

    Scenario: He has not joined
      Given Bob was added to a group and has not joined
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob discards it

    @needs-payloads.groups
    Scenario: He was removed
      Given Bob is in a group of Carol
      And Bob received the MembershipUpdateEvent "out" from Carol with
        | type    | MEMBER_REMOVED |
        | members | {Bob}          |
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob discards it

    @needs-payloads.groups
    Scenario: He is in it
      Given Bob is in a group of Carol
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it

  @PAY-CHID-12 @must @needs-payloads.node
  Rule: A channel has the id that its messages carry

    Scenario: Sent
      Given Bob is in the channel "general" of a community
      When Bob sends the ChatMessage "m1"
      Then "m1" has
        | chat_id | this chat |

    Scenario: Received
      Given Bob is in the channel "general" of a community
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it
      And Bob sees "m1"

  @PAY-CHID-13 @must @needs-payloads.node
  Rule: Only known channels of known communities match

    Scenario Outline: <named>
      Given Bob is in the channel "general" of a community
      When Bob receives the ChatMessage "m1" from Carol with
        | chat_id | <named> |
      Then Bob discards it
      And Bob has no other chat

      Examples: another channel, another community
        | named                            |
        | another channel                  |
        | the channel of another community |

    Scenario: The channel that he is in
      Given Bob is in the channel "general" of a community
      When Bob receives the ChatMessage "m1" from Carol
      Then Bob takes it

  @PAY-CHID-14 @must @needs-payloads.node
  Rule: The id of a channel is that of its community and its own

    Scenario: Sent
      Given Bob is in the channel "general" of a community
      When Bob sends the ChatMessage "m1"
      Then "m1" has
        | chat_id | {community}general |

    Scenario: In another community
      Given Bob is in the channel "random" of a community
      When Bob sends the ChatMessage "m1"
      Then "m1" has
        | chat_id | {community}random |
