Feature: Determining the result: which votes count
  Hashgraph-like consensus, section 3, strong validation: signatures, links and times of the votes a peer holds.

  @VOTE-RES-06 @must
  Rule: Determining the result checks every signature, also of votes for a known proposal

    Scenario: Good votes, one list after the other
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And Bob received the votes "Alice YES, Carol YES"
      When Bob receives the votes "Alice YES, Carol YES, Dave YES"
      Then Bob's result is YES

    Scenario Outline: The last list comes, and <damage>
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And Bob received the votes "Alice YES, Carol YES"
      When Bob receives the votes "Alice YES, Carol YES, Dave YES" where <damage>
      Then Bob's result is UNDECIDED

      Examples: new votes, and one that Bob has seen in its good form
        | damage                                      |
        | vote 3 is signed by Mallory                 |
        | vote 3 has no signature                     |
        | a bit of the signature of vote 2 is flipped |

  @VOTE-RES-07 @must
  Rule: Determining the result checks the links between one owner's votes

    Scenario: Votes of three owners
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      When Bob receives the votes "Alice YES, Carol YES, Dave YES"
      Then Bob's result is YES

    Scenario Outline: A second vote of Carol's, and <damage>
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES, Carol NO"
      When Bob receives the votes "Alice YES, Carol NO, Dave YES, Carol YES" where <damage>
      Then Bob's result is UNDECIDED

      Examples:
        | damage                                               |
        | the parent_hash of vote 4 is made empty              |
        | the parent_hash of vote 4 is made random             |
        | the parent_hash of vote 4 is made the hash of vote 3 |

  @VOTE-RES-08 @must
  Rule: Determining the result checks that each vote points to the one before

    Scenario: The second list is whole
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      When Bob receives the votes "Alice YES, Carol YES, Dave YES"
      Then Bob's result is YES

    Scenario Outline: In the second list, <damage>
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      When Bob receives the votes "Alice YES, Carol YES, Dave YES" where <damage>
      Then Bob's result is UNDECIDED

      Examples:
        | damage                                     |
        | the received_hash of vote 3 is made random |
        | the received_hash of vote 3 is made empty  |
        | vote 2 is left out                         |

  @VOTE-RES-09 @must
  Rule: A vote older than its proposal is not counted

    Scenario: Cast at the same second
      Given Alice's proposal to 3 voters
      When Bob receives the votes "Alice YES, Carol YES"
      Then Bob's result is YES

    Scenario: Cast later
      Given Alice's proposal to 3 voters
      And 50 seconds went by
      When Bob receives the votes "Alice YES, Carol YES"
      Then Bob's result is YES

    Scenario Outline: Cast before: <damage>
      Given Alice's proposal to 3 voters
      When Bob receives the votes "Alice YES, Carol YES" where <damage>
      Then Bob's result is never YES

      Examples:
        | damage                                          |
        | vote 1 is made a second older than the proposal |
        | vote 2 is made a second older than the proposal |

  @VOTE-RES-10 @must
  Rule: A vote older than the threshold is not counted

    Scenario: Fresh
      Given Alice's proposal to 3 voters
      When Bob receives the votes "Alice YES, Carol YES"
      Then Bob's result is YES

    Scenario Outline: A year old: <damage>
      Given Alice's proposal to 3 voters
      When Bob receives the votes "Alice YES, Carol YES" where <damage>
      Then Bob's result is never YES

      Examples:
        | damage                                        |
        | vote 1 is made a year older than the proposal |
        | vote 2 is made a year older than the proposal |

  @VOTE-RES-12 @must
  Rule: Only votes of a proposal that passed all checks are counted

    Scenario: It passes
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      When Bob receives the votes "Alice YES, Carol YES, Dave YES, Erin YES"
      Then Bob's result is YES

    Scenario Outline: At its end <damage>, and none of it counts
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      When Bob receives the votes "Alice YES, Carol YES, Dave YES, Erin YES" where <damage>
      Then Bob's result is UNDECIDED

      Examples: one bad vote
        | damage                      |
        | vote 4 is signed by Mallory |
        | vote 4 has no signature     |

    Scenario: The same good votes count when they come in a good proposal
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And Bob received the votes "Alice YES, Carol YES, Dave YES, Erin YES" where vote 4 is signed by Mallory
      When Bob receives the votes "Alice YES, Carol YES, Dave YES"
      Then Bob's result is YES
