Feature: Scopes, shards, topics and keys of communities
  56, "Functional scope and shard assignment", "Content topic level encryption" and "Content topic usage":
  where the messages of a community go and under which key. Where the text can be read in several ways, the
  reading that the client declares counts.

  @COMM-SCOPE-01 @must
  Rule: A message that controls a community belongs to the control scope all communities share

    @needs-archives.control
    Scenario: The description
      When Alice creates a community
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
      When Alice creates a community
      Then every COMMUNITY_DESCRIPTION went to shard 128

  @COMM-SHARD-02 @must @needs-archives.control
  Rule: Messages of the content scope are published to shard 256

    Scenario: The pubsub topic of a message
      Given Alice runs a community with 2 channels
      When Alice says "hello" in channel 1
      Then every CHAT_MESSAGE went to shard 256
      And Alice published it once

  @COMM-SHARD-03 @must @needs-archives.control
  Rule: Communities use cluster 16

    Scenario: The cluster in every pubsub topic
      Given Alice runs a community with 2 channels
      When Alice says "hello" in channel 1
      Then everything that was published went to cluster 16

  @COMM-KEY-01 @must @needs-archives.control
  Rule: All chats of a community go by one universal chat identifier

    Scenario: Two channels under one key and one topic
      Given Alice runs a community with 2 channels
      When Alice says "one" in channel 1
      And Alice says "two" in channel 2
      Then every CHAT_MESSAGE has the same content topic and opens with the key of the community

  @COMM-KEY-02 @must
  Rule: The key of community chats comes from the universal chat identifier by PBKDF2, without salt, in 65356 rounds, 32 bytes long

    @needs-archives.addresses
    Scenario: The key of any community
      When a client derives the addresses of 3 communities
      Then every symmetric key is that of the reading P1

    @needs-archives.control
    Scenario: The key that messages are sealed with
      Given Alice runs a community with 2 channels
      When Alice says "hello" in channel 1
      Then every CHAT_MESSAGE has the same content topic and opens with the key of the community

  @COMM-KEY-03 @must @needs-archives.control
  Rule: A message is encrypted before Waku gets it

    Scenario: The payload of a message
      Given Alice runs a community with 2 channels
      When Alice says "hello" in channel 1
      Then every payload is encrypted and says version 1

  @COMM-TOPIC-01 @must @needs-archives.addresses
  Rule: The topic that advertises a community follows from its public key

    Scenario: The same key, the same topic; another key, another topic
      When a client derives the addresses of 3 communities twice
      Then the advertising topics of the same community are equal and those of others are not

  @COMM-TOPIC-02 @must @needs-archives.addresses
  Rule: That topic is made of the first four bytes of the keccak-256 hash over the compressed public key as hex

    Scenario: The advertising topic of any community
      When a client derives the addresses of 3 communities
      Then every topic for "advertising" is that of the reading declared

    Scenario: The advertising topics of known communities
      Then a client makes of every case in "archives/topics" what it should

  @COMM-TOPIC-03 @must @needs-archives.addresses
  Rule: A topic reads /waku/1/0x, the topic bytes in hex, /rfc26

    Scenario: The form of every topic
      When a client derives the addresses of 24 communities
      Then every topic has the form "/waku/1/0x<hex>/rfc26"

  @COMM-TOPIC-04 @must @needs-archives.control
  Rule: Descriptions and the like go to a topic that follows from the public key of the community

    Scenario: The topic of the description
      When Alice creates a community
      Then every COMMUNITY_DESCRIPTION is on the topic derived for "events"

  @COMM-TOPIC-05 @must @needs-archives.addresses
  Rule: The event topic is made from the keccak-256 hash of the public key of the community

    Scenario: The event topic of any community
      When a client derives the addresses of 3 communities
      Then every topic for "events" is that of the reading declared

  @COMM-TOPIC-06 @must @needs-archives.member @needs-archives.membership
  Rule: Requests to leave, join, kick and ban and key exchanges go to a topic that follows from the public key, on the common shard

    Scenario Outline: <act>
      Given Bob knows the community of the control node
      When Bob <act>
      Then every <record> is on the topic derived for "requests"
      And every <record> went to shard 128

      Examples: requests
        | act                            | record                           |
        | asks to join                   | COMMUNITY_REQUEST_TO_JOIN        |
        | asks to join and takes it back | COMMUNITY_CANCEL_REQUEST_TO_JOIN |
        | leaves                         | COMMUNITY_REQUEST_TO_LEAVE       |

  @COMM-TOPIC-07 @must @needs-archives.addresses
  Rule: The request topic is made from the keccak-256 hash of the universal chat id, two bytes left out

    Scenario: The request topic of any community
      When a client derives the addresses of 3 communities
      Then every topic for "requests" is that of the reading declared

  @COMM-TOPIC-08 @must @needs-archives.addresses @needs-archives.shard-info
  Rule: A community with its own shard publishes shard information on the topic for its key with -shard-info added

    Scenario: The topic of shard information of any community
      When a client derives the addresses of 3 communities
      Then every topic for "shard info" is that of the reading declared

  @COMM-TOPIC-09 @must @needs-archives.control
  Rule: Every channel and chat uses the one topic that follows from the universal chat id

    Scenario: Three channels, one of them created later
      Given Alice runs a community with 2 channels
      And Alice creates another channel
      When Alice says "one" in channel 1
      And Alice says "three" in channel 3
      Then every CHAT_MESSAGE has the same content topic and opens with the key of the community
      And every CHAT_MESSAGE is on the topic derived for "requests"

  @COMM-TOPIC-10 @must @needs-archives.addresses
  Rule: A topic is made of four elements of the hash

    Scenario: The length of every topic, leading zeros too
      When a client derives the addresses of 24 communities
      Then every topic has the form "/…<eight digits>/…"

  @COMM-TOPIC-11 @should @needs-archives.addresses
  Rule: Topics keep to the guidelines of 23/WAKU2-TOPICS, lower-case hex after 0x for bridged ones

    Scenario: The digits of every topic
      When a client derives the addresses of 24 communities
      Then every topic has the form "/…0x<lower-case digits>/…"
