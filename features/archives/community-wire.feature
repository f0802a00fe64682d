Feature: Wire format of communities
  56, "Wire format": field numbers and types, by vectors that other people's protobuf libraries made, and by
  values that are drawn anew for every run.

  @COMM-WIRE @must @needs-archives.codec
  Rule: The messages of 56 have the printed field numbers and types

    Scenario Outline: <record>
      When a client encodes and decodes every <record> in "archives/communities"
      Then every <record> is as it should be

      Examples: messages and their parts
        | id           | record                         |
        | COMM-WIRE-01 | IdentityImage                  |
        | COMM-WIRE-02 | SocialLink                     |
        | COMM-WIRE-03 | ChatIdentity                   |
        | COMM-WIRE-04 | Grant                          |
        | COMM-WIRE-05 | CommunityMember                |
        | COMM-WIRE-06 | CommunityPermissions           |
        | COMM-WIRE-07 | CommunityAdminSettings         |
        | COMM-WIRE-08 | CommunityChat                  |
        | COMM-WIRE-09 | CommunityCategory              |
        | COMM-WIRE-10 | CommunityInvitation            |
        | COMM-WIRE-11 | CommunityRequestToJoin         |
        | COMM-WIRE-12 | CommunityRequestToJoinResponse |
        | COMM-WIRE-13 | CommunityRequestToLeave        |
        | COMM-WIRE-14 | CommunityDescription           |

  @COMM-CANCEL-01 @must
  Rule: CommunityCancelRequestToJoin has clock 1, ens_name 2, chat_id 3, community_id 4 and display_name 5, and no more

    @needs-archives.codec
    Scenario: The vectors of the message
      When a client encodes and decodes every CommunityCancelRequestToJoin in "archives/communities"
      Then every CommunityCancelRequestToJoin is as it should be

    @needs-archives.member @needs-archives.membership
    Scenario: The message that a node sends
      Given Bob knows the community of the control node
      When Bob asks to join and takes it back
      Then every CommunityCancelRequestToJoin has only
        | field | wire type |
        | 1     | varint    |
        | 2     | length    |
        | 3     | length    |
        | 4     | length    |
        | 5     | length    |

  @COMM-CLOCK-03 @must @needs-archives.codec
  Rule: A clock uses all 64 bits: values beyond 2^53 come through unchanged

    Scenario Outline: Clock <clock>
      When a client encodes and decodes a CommunityRequestToJoin with clock <clock>
      Then every CommunityRequestToJoin is as it should be

      Examples: the edges
        | clock                |
        | 9007199254740993     |
        | 9223372036854775808  |
        | 18446744073709551615 |
