Feature: Topics and keys of communities
  56, "Content topic level encryption" and "Content topic usage": on which topics the messages of a community
  go and under which key. Where the text can be read in several ways, the reading that the client declares counts.

  @COMM-KEY-01 @must @needs-archives.control
  Rule: All chats of a community go by one universal chat identifier

    Scenario: Two channels under one key and one topic
      Given Alice runs a community with 2 channels
      When Alice says "one" in channel 1
      And Alice says "two" in channel 2
      Then every CHAT_MESSAGE has
        | content topic | the same         |
        | key           | of the community |

  @COMM-KEY-02 @must
  Rule: The key of community chats comes from the universal chat identifier by PBKDF2, without salt, in 65356 rounds, 32 bytes long

    @needs-archives.addresses
    Scenario: The key of any community
      When a client derives the addresses of 3 communities
      Then the addresses have
        | symmetric key | of the reading P1 |

    @needs-archives.control
    Scenario: The key that messages are sealed with
      Given Alice runs a community with 2 channels
      When Alice says "hello" in channel 1
      Then every CHAT_MESSAGE has
        | content topic | the same         |
        | key           | of the community |

  @COMM-KEY-03 @must @needs-archives.control
  Rule: A message is encrypted before Waku gets it

    Scenario: The payload of a message
      Given Alice runs a community with 2 channels
      When Alice says "hello" in channel 1
      Then every published message has
        | payload | encrypted, version 1 |

  @COMM-TOPIC-01 @must @needs-archives.addresses
  Rule: The topic that advertises a community follows from its public key

    Scenario: The same key, the same topic; another key, another topic
      When a client derives the addresses of 3 communities
      And a client derives the addresses of 3 communities
      Then the addresses have
        | advertising topic | one for each community |

  @COMM-TOPIC-02 @must @needs-archives.addresses
  Rule: That topic is made of the first four bytes of the keccak-256 hash over the compressed public key as hex

    Scenario: The advertising topic of any community
      When a client derives the addresses of 3 communities
      Then the addresses have
        | advertising topic | of the reading declared |

    Scenario: The advertising topics of known communities
      Then a client makes of every case in "archives/topics" what it should

  @COMM-TOPIC-03 @must @needs-archives.addresses
  Rule: A topic reads /waku/1/0x, the topic bytes in hex, /rfc26

    Scenario: The form of every topic
      When a client derives the addresses of 24 communities
      Then the addresses have
        | topics | of the form /waku/1/0x<hex>/rfc26 |

  @COMM-TOPIC-04 @must @needs-archives.control
  Rule: Descriptions and the like go to a topic that follows from the public key of the community

    Scenario: The topic of the description
      Given Alice runs a community with 2 channels
      When Alice creates another channel
      Then every COMMUNITY_DESCRIPTION has
        | content topic | derived for events |

  @COMM-TOPIC-05 @must @needs-archives.addresses
  Rule: The event topic is made from the keccak-256 hash of the public key of the community

    Scenario: The event topic of any community
      When a client derives the addresses of 3 communities
      Then the addresses have
        | events topic | of the reading declared |

  @COMM-TOPIC-06 @must @needs-archives.member @needs-archives.membership
  Rule: Requests to leave, join, kick and ban and key exchanges go to a topic that follows from the public key, on the common shard

    Scenario Outline: <act>
      Given Bob knows the community of the control node
      When Bob <act>
      Then every <record> has
        | content topic | derived for requests |
      And every <record> went to shard 128

      Examples: requests
        | act                            | record                           |
        | asks to join                   | COMMUNITY_REQUEST_TO_JOIN        |
        | asks to join and takes it back | COMMUNITY_CANCEL_REQUEST_TO_JOIN |
        | leaves the community           | COMMUNITY_REQUEST_TO_LEAVE       |

  @COMM-TOPIC-07 @must @needs-archives.addresses
  Rule: The request topic is made from the keccak-256 hash of the universal chat id, two bytes left out

    Scenario: The request topic of any community
      When a client derives the addresses of 3 communities
      Then the addresses have
        | requests topic | of the reading declared |

  @COMM-TOPIC-08 @must @needs-archives.addresses @needs-archives.shard-info
  Rule: A community with its own shard publishes shard information on the topic for its key with -shard-info added

    Scenario: The topic of shard information of any community
      When a client derives the addresses of 3 communities
      Then the addresses have
        | shard info topic | of the reading declared |

  @COMM-TOPIC-09 @must @needs-archives.control
  Rule: Every channel and chat uses the one topic that follows from the universal chat id

    Scenario: Three channels, one of them created later
      Given Alice runs a community with 2 channels
      And Alice creates another channel
      When Alice says "one" in channel 1
      And Alice says "three" in channel 3
      Then every CHAT_MESSAGE has
        | content topic | the same             |
        | key           | of the community     |
        | content topic | derived for requests |

  @COMM-TOPIC-10 @must @needs-archives.addresses
  Rule: A topic is made of four elements of the hash

    Scenario: The length of every topic, leading zeros too
      When a client derives the addresses of 24 communities
      Then the addresses have
        | topics | of the form /…<eight digits>/… |

  @COMM-TOPIC-11 @should @needs-archives.addresses
  Rule: Topics keep to the guidelines of 23/WAKU2-TOPICS, lower-case hex after 0x for bridged ones

    Scenario: The digits of every topic
      When a client derives the addresses of 24 communities
      Then the addresses have
        | topics | of the form /…0x<lower-case digits>/… |
