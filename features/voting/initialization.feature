Feature: Initialization of voting
  Hashgraph-like consensus, section 1: the first proposal is complete and carries its creator's vote.

  @VOTE-ID-01 @must
  Rule: No two proposals have the same id

    @pair
    Scenario: Two hundred proposals of four voters, all with the same question
      When the same is proposed 200 times by Alice, Bob, Carol and Dave
      Then no two proposals have the same proposal_id

  @VOTE-ID-02 @must
  Rule: No two votes have the same id

    @pair
    Scenario: Two hundred votes of four voters
      When the same is proposed 200 times by Alice, Bob, Carol and Dave
      Then no two votes have the same vote_id

    Scenario: Votes of one voter on two proposals
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And Bob voted YES
      And Carol's proposal to 4 voters
      And Bob received the votes "Carol YES"
      When Bob votes YES
      Then no two votes have the same vote_id

  @VOTE-INIT-01 @must
  Rule: The creator completes all fields of the proposal

    Scenario: Nothing is left empty
      When Alice proposes YES to 4 voters
      Then Alice's proposal has
        | name                  | as asked    |
        | payload               | as asked    |
        | proposal_id           | some number |
        | proposal_owner        | Alice       |
        | votes                 |           1 |
        | expected_voters_count |           4 |
        | round                 | some number |
        | timestamp             | now         |
        | expiration_time       | as asked    |

  @VOTE-INIT-02 @must
  Rule: The first proposal carries the creator's vote

    Scenario Outline: Alice proposes and votes <answer>
      When Alice proposes <answer> to 4 voters
      Then Alice's proposal has
        | votes | 1 |
      And Alice's vote has
        | vote_owner | Alice                |
        | vote       | <answer>             |
        | signature  | valid for vote_owner |

      Examples:
        | answer |
        | YES    |
        | NO     |

    @needs-voting.owner-first
    Scenario: A proposal without a vote is refused
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES" where vote 1 is left out
      Then Bob rejects it

    @needs-voting.owner-first
    Scenario: A proposal that begins with the vote of another is refused
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Carol YES"
      Then Bob rejects it

  @VOTE-INIT-03 @must
  Rule: The payload shows the purpose, at every hop

    Scenario Outline: A payload of <what>
      Given Alice's proposal to 4 voters with
        | payload | <payload> |
      And Bob received the votes "Alice YES"
      And Bob voted NO
      And Carol received the proposal of Bob
      When Carol votes YES
      Then Carol's proposal has
        | payload | as Alice's |

      Examples:
        | what                | payload             |
        | plain words         | remove member carol |
        | words of any script | пароль 鍵 🔑 é       |
        |              64 KiB |      64 KiB of text |

    Scenario: The creator's own words
      When Alice proposes YES to 4 voters
      Then Alice's proposal has
        | payload | as asked |

  @VOTE-INIT-04 @must
  Rule: The first vote has an empty parent_hash

    Scenario: As created
      When Alice proposes YES to 4 voters
      Then Alice's vote has
        | vote_owner  | Alice |
        | parent_hash | empty |

    @needs-voting.owner-first
    Scenario: A first vote with a parent is refused
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES" where the parent_hash of vote 1 is made random
      Then Bob rejects it

  @VOTE-INIT-05 @must
  Rule: The first vote has an empty received_hash

    Scenario: As created
      When Alice proposes YES to 4 voters
      Then Alice's vote has
        | vote_owner    | Alice |
        | received_hash | empty |

    @needs-voting.owner-first
    Scenario: A list whose head was cut off is refused
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol YES, Dave NO" where vote 1 is left out
      Then Bob rejects it

  @VOTE-INIT-06 @must
  Rule: Initialization ends with sending the complete proposal

    @pair
    Scenario: What is sent needs nothing more
      Given Alice proposed YES to 3 voters
      And Bob received the proposal of Alice
      When Bob votes YES
      Then Bob's result is YES

    @needs-voting.transport
    Scenario: It is sent once, with the vote in it
      Given Alice, Bob and Carol vote on a channel
      When Alice proposes YES to 3 voters
      Then Alice sends one message on the channel
      And Alice's proposal has
        | votes | 1 |

  @VOTE-SILENT-04 @must
  Rule: Unless the creator says otherwise, silent voters count as YES

    Scenario: The default
      When Alice proposes YES to 4 voters
      Then Alice's proposal has
        | liveness_criteria_yes | true |

    Scenario: Said otherwise
      When Alice proposes YES to 4 voters, silence meaning NO
      Then Alice's proposal has
        | liveness_criteria_yes | false |

    Scenario: A proposal that arrives without the field says NO
      Given Alice's proposal to 3 voters, silence meaning NO
      And Bob received the votes "Alice YES, Carol NO"
      When the proposal expires
      Then Bob's result is NO

  @VOTE-EDGE-02 @must
  Rule: A proposal to no voters decides nothing

    Scenario Outline: A proposal to <n> does
      Given Alice's proposal to <n> voters
      When Bob receives the votes "<votes>"
      Then Bob's result is YES

      Examples:
        | n | votes                |
        | 1 | Alice YES            |
        | 2 | Alice YES, Carol YES |

    Scenario: The same to none does not
      Given Alice's proposal to 0 voters
      When Bob receives the votes "Alice YES"
      Then Bob's result is never YES
