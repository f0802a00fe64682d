Feature: Community management
  56, "Community Management" and "Clock": descriptions, requests and membership. Alice owns the community,
  Carol and Mallory ask to join, Bob is a member.

  @COMM-CLOCK-01 @must @needs-archives.control
  Rule: The clock of a message is its Lamport timestamp

    Scenario: Clocks of one sender grow, in one millisecond too
      Given Alice runs a community with 2 channels
      When Alice says "one" in channel 1
      And Alice says "two" in channel 1
      And Alice says "three" in channel 1
      Then the clocks of every CHAT_MESSAGE grow

    @needs-virtual-clock
    Scenario: A clock that was received is below the next one
      Given Alice runs a community with 2 channels
      And Carol said "ahead" at day 1 with a clock of one hour later
      And time passes until day 1
      When Alice says "after" in channel 1
      Then the clock of the last CHAT_MESSAGE is above all before

  @COMM-CLOCK-02 @must @needs-archives.member
  Rule: Messages are put in order by clock, so that an older description does not take the place of a newer one

    Scenario: A newer description
      Given Bob is a member of the community
      When a description with clock 10 and the name "ten" arrives
      And a description with clock 11 and the name "eleven" arrives
      Then Bob knows the community as "eleven"

    Scenario Outline: A description with clock <clock> after one with clock 10
      Given Bob is a member of the community
      When a description with clock 10 and the name "ten" arrives
      And a description with clock <clock> and the name "other" arrives
      Then Bob knows the community as "ten"

      Examples: not newer
        | clock |
        | 9     |
        | 10    |

  @COMM-CANCEL-02 @may @needs-archives.control @needs-archives.membership
  Rule: A cancellation that still has the former field 6 is accepted

    Scenario: A magnet link in field 6
      Given Alice runs a community with 2 channels
      And Carol asked to join
      When Carol takes it back with a magnet link in field 6
      Then Carol's request does not wait any more

    Scenario: A magnet link in field 6 of a cancellation by somebody else
      Given Alice runs a community with 2 channels
      And Carol asked to join
      When Carol's request is taken back by Mallory
      Then Carol's request waits

  @COMM-CANCEL-03 @may @needs-archives.control @needs-archives.membership
  Rule: A peer can take its request to join back

    Scenario: A request and its cancellation
      Given Alice runs a community with 2 channels
      And Carol asked to join
      When Carol's request is taken back by Carol
      Then Carol's request does not wait any more

    Scenario Outline: <case> leaves the request
      Given Alice runs a community with 2 channels
      And Carol asked to join
      When Carol's request is taken back <case>
      Then Carol's request waits

      Examples: cancellations that count for nothing
        | case                            |
        | by Mallory                      |
        | with the clock of the request   |
        | with a clock before the request |

  @COMM-FLOW-01 @should @needs-archives.control
  Rule: A change of the community's metadata is followed by sending it

    Scenario Outline: <change>
      Given Alice runs a community with 2 channels
      When Alice <change>
      Then Alice has sent a newer description

      Examples: changes
        | change                  |
        | renames the community   |
        | creates another channel |

    @needs-archives.membership
    Scenario: A ban
      Given Alice runs a community with 2 channels
      And Carol becomes a member of Alice's community
      When Alice bans Carol
      Then Alice has sent a newer description

  @COMM-FLOW-03 @must @needs-archives.control @needs-virtual-clock
  Rule: The metadata is sent again and again at a fixed interval

    Scenario: A week without a change
      Given Alice runs a community with 2 channels
      When time passes until day 6
      Then Alice has sent the same description again at a fixed interval

  @COMM-FLOW-04 @may @needs-archives.control @needs-archives.membership
  Rule: The owner decides on a request; accepting it leads to a response and a description with the new member

    Scenario: Accepted
      Given Alice runs a community with 2 channels
      And Carol asked to join
      When Alice accepts Carol
      Then Alice has sent a response with
        | accepted | yes |
      And the last description says that Carol is "a member"

    Scenario: Turned down
      Given Alice runs a community with 2 channels
      And Carol asked to join
      When Alice rejects Carol
      Then the last description says that Carol is "no member"
      And Carol's request does not wait any more

  @COMM-FLOW-05 @must @needs-archives.control @needs-archives.membership
  Rule: An accepted leave takes the member out of the description; a ban adds it to the list of those banned

    Scenario: Before
      Given Alice runs a community with 2 channels
      When Carol becomes a member of Alice's community
      Then the last description says that Carol is "a member"

    Scenario: Left
      Given Alice runs a community with 2 channels
      And Carol becomes a member of Alice's community
      When Carol leaves Alice's community
      Then the last description says that Carol is "no member"

    Scenario: Banned
      Given Alice runs a community with 2 channels
      And Carol becomes a member of Alice's community
      When Alice bans Carol
      Then the last description says that Carol is "no member"
      And the last description says that Carol is "banned"

  @COMM-FLOW-06 @must @needs-archives.invitations @needs-archives.member
  Rule: Whoever is invited decrypts the invitation and verifies its signature

    Scenario Outline: An invitation <case>
      When Bob opens an invitation <case>
      Then Bob knows which community he is invited to

      Examples: of the owner
        | case                          |
        | with a description in clear   |
        | with an encrypted description |

    Scenario Outline: An invitation <case> is refused
      When Bob opens an invitation <case>
      Then Bob refuses the invitation

      Examples: that nobody should follow
        | case                                 |
        | signed by Mallory                    |
        | with a description under another key |

  @COMM-OTHER-02 @should
  Rule: A community is built on Waku relay, message and store and on X3DH with its sessions

    @needs-archives.control
    Scenario: The envelope of 14
      Given Alice runs a community with 2 channels
      When Alice says "hello" in channel 1
      Then everything that was published is a Waku message

    @needs-archives.member
    Scenario: The store of 13
      When Bob joins the community
      Then Bob has asked the store node
