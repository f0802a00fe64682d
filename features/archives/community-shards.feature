Feature: Scopes and shards of communities
  56, "Functional scope and shard assignment": which messages of a community go to which shard.

  @COMM-SCOPE-01 @must
  Rule: A message that controls a community belongs to the control scope all communities share

    @needs-archives.control
    Scenario: The description
      Given Alice runs a community with 2 channels
      When Alice creates another channel
      Then every COMMUNITY_DESCRIPTION went to shard 128

    @needs-archives.control @needs-virtual-clock
    Scenario: The announcement of an index
      Given Alice runs a community with 2 channels
      And Carol said "hello" at day 1
      When time passes until the end of week 1
      Then every COMMUNITY_MESSAGE_ARCHIVE_INDEX went to shard 128

    @needs-archives.member @needs-archives.membership
    Scenario Outline: <act>
      Given Bob knows the community of the control node
      When Bob <act>
      Then every <record> went to shard 128

      Examples: requests
        | act                            | record                           |
        | asks to join                   | COMMUNITY_REQUEST_TO_JOIN        |
        | asks to join and takes it back | COMMUNITY_CANCEL_REQUEST_TO_JOIN |

    @needs-archives.control @needs-archives.membership
    Scenario: The answer to a request
      Given Alice runs a community with 2 channels
      And Carol asked to join
      When Alice accepts Carol
      Then every COMMUNITY_REQUEST_TO_JOIN_RESPONSE went to shard 128

  @COMM-SCOPE-02 @must @needs-archives.control
  Rule: A message with content from users of a community belongs to the content scope all communities share

    Scenario: What a user says
      Given Alice runs a community with 2 channels
      When Alice says "hello" in channel 1
      Then every CHAT_MESSAGE went to shard 256

  @COMM-SHARD-01 @must @needs-archives.control
  Rule: Messages of the control scope are published to shard 128

    Scenario: The pubsub topic of the description
      Given Alice runs a community with 2 channels
      When Alice creates another channel
      Then every COMMUNITY_DESCRIPTION went to shard 128

  @COMM-SHARD-02 @must @needs-archives.control
  Rule: Messages of the content scope are published to shard 256

    Scenario: The pubsub topic of a message
      Given Alice runs a community with 2 channels
      When Alice says "hello" in channel 1
      Then every CHAT_MESSAGE went to shard 256
      And every CHAT_MESSAGE has
        | copies | one |

  @COMM-SHARD-03 @must @needs-archives.control
  Rule: Communities use cluster 16

    Scenario: The cluster in every pubsub topic
      Given Alice runs a community with 2 channels
      When Alice says "hello" in channel 1
      Then every published message has
        | cluster | 16 |
