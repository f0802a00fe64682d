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
      Then every CHAT_MESSAGE has
        | clock | above that of the one before |

    @needs-virtual-clock
    Scenario: A clock that was received is below the next one
      Given Alice runs a community with 2 channels
      And Carol said
        | text  | at    | how                            |
        | ahead | day 1 | with a clock of one hour later |
      And time passes until day 1
      When Alice says "after" in channel 1
      Then every CHAT_MESSAGE has
        | clock | above all that were received |

  @COMM-CLOCK-02 @must @needs-archives.member
  Rule: Messages are put in order by clock, so that an older description does not take the place of a newer one

    Scenario Outline: A description with clock <clock> after one with clock 10
      Given Bob is a member of the community
      When a description with clock 10 and the name "ten" arrives
      And a description with clock <clock> and the name "other" arrives
      Then Bob shows
        | community | <name> |

      Examples: newer
        | clock | name  |
        | 11    | other |

      Examples: not newer
        | clock | name |
        | 9     | ten  |
        | 10    | ten  |

  @COMM-CANCEL-02 @may @needs-archives.control @needs-archives.membership
  Rule: A cancellation that still has the former field 6 is accepted

    Scenario Outline: A cancellation with field 6 from <whom>
      Given Alice runs a community with 2 channels
      And Carol asked to join
      When Alice receives a cancellation with
        | from    | <whom>        |
        | field 6 | a magnet link |
      Then Alice shows
        | Carol's request | <request> |

      Examples: only the owner of the request cancels it
        | whom    | request       |
        | Carol   | not any more  |
        | Mallory | still waiting |

  @COMM-CANCEL-03 @may @needs-archives.control @needs-archives.membership
  Rule: A peer can take its request to join back

    Scenario Outline: A cancellation from <whom> with a clock <clock> the request
      Given Alice runs a community with 2 channels
      And Carol asked to join
      When Alice receives a cancellation with
        | from  | <whom>              |
        | clock | <clock> the request |
      Then Alice shows
        | Carol's request | <request> |

      Examples: as it should be
        | whom  | clock | request      |
        | Carol | after | not any more |

      Examples: cancellations that count for nothing
        | whom    | clock       | request       |
        | Mallory | after       | still waiting |
        | Carol   | the same as | still waiting |
        | Carol   | before      | still waiting |

  @COMM-FLOW-01 @should @needs-archives.control
  Rule: A change of the community's metadata is followed by sending it

    Scenario Outline: <change>
      Given Alice runs a community with 2 channels
      When Alice <change>
      Then the last description has
        | clock | above those before the change |

      Examples: changes
        | change                  |
        | renames the community   |
        | creates another channel |

    @needs-archives.membership
    Scenario: A ban
      Given Alice runs a community with 2 channels
      And Carol asked to join
      And Alice accepts Carol
      When Alice bans Carol
      Then the last description has
        | clock | above those before the change |

  @COMM-FLOW-03 @must @needs-archives.control @needs-virtual-clock
  Rule: The metadata is sent again and again at a fixed interval

    Scenario: A week without a change
      Given Alice runs a community with 2 channels
      When time passes until day 6
      Then the last description has
        | repetition | at a fixed interval |

  @COMM-FLOW-04 @may @needs-archives.control @needs-archives.membership
  Rule: The owner decides on a request; accepting it leads to a response and a description with the new member

    Scenario: Accepted
      Given Alice runs a community with 2 channels
      And Carol asked to join
      When Alice accepts Carol
      Then Alice has sent a response with
        | accepted | yes |
      And the last description has
        | Carol | as a member |

    Scenario: Turned down
      Given Alice runs a community with 2 channels
      And Carol asked to join
      When Alice rejects Carol
      Then the last description has
        | Carol | as no member |
      And Alice shows
        | Carol's request | not any more |

  @COMM-FLOW-05 @must @needs-archives.control @needs-archives.membership
  Rule: An accepted leave takes the member out of the description; a ban adds it to the list of those banned

    Scenario: Before
      Given Alice runs a community with 2 channels
      And Carol asked to join
      When Alice accepts Carol
      Then the last description has
        | Carol | as a member |

    Scenario: Left
      Given Alice runs a community with 2 channels
      And Carol asked to join
      And Alice accepts Carol
      When Carol leaves the community
      Then the last description has
        | Carol | as no member |

    Scenario: Banned
      Given Alice runs a community with 2 channels
      And Carol asked to join
      And Alice accepts Carol
      When Alice bans Carol
      Then the last description has
        | Carol | as no member |
        | Carol | as banned    |

  @COMM-FLOW-06 @must @needs-archives.invitations @needs-archives.member
  Rule: Whoever is invited decrypts the invitation and verifies its signature

    Scenario Outline: Bob <accepts> an invitation <case>
      When Bob opens an invitation <case>
      Then Bob <accepts> the invitation

      Examples: of the owner
        | case                          | accepts |
        | with a description in clear   | accepts |
        | with an encrypted description | accepts |

      Examples: that nobody should follow
        | case                                 | accepts |
        | signed by Mallory                    | refuses |
        | with a description under another key | refuses |

  @COMM-OTHER-02 @should
  Rule: A community is built on Waku relay, message and store and on X3DH with its sessions

    @needs-archives.control
    Scenario: The envelope of 14
      Given Alice runs a community with 2 channels
      When Alice says "hello" in channel 1
      Then every published message has
        | envelope | a Waku message |

    @needs-archives.member
    Scenario: The store of 13
      When Bob joins the community
      Then Bob has asked the store node
