Feature: Exchanging votes: what a peer checks
  Hashgraph-like consensus, section 2, steps 1 to 4: signatures and links of a received proposal, before anything is added to it.

  @VOTE-RECV-01 @must
  Rule: The signature of every vote is verified

    Scenario: All three are good
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol NO, Dave YES"
      Then Bob accepts the proposal

    Scenario Outline: Wrong once: <damage>
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol NO, Dave YES" where <damage>
      Then Bob rejects it

      Examples: a bit flipped, anywhere in the list
        | damage                                      |
        | a bit of the signature of vote 1 is flipped |
        | a bit of the signature of vote 2 is flipped |
        | a bit of the signature of vote 3 is flipped |

      Examples: signatures that are none
        | damage                               |
        | vote 1 has no signature              |
        | vote 3 has no signature              |
        | the signature of vote 2 is zeros     |
        | the signature of vote 2 is cut short |
        | vote 3 has the signature of vote 1   |

  @VOTE-RECV-02 @must
  Rule: The signature is verified against the vote's own vote_owner

    Scenario: Signed by the owners
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol NO"
      Then Bob accepts the proposal

    Scenario Outline: <damage>
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol NO" where <damage>
      Then Bob rejects it

      Examples: signed by somebody else, or owned by nobody
        | damage                                |
        | vote 2 is signed by Mallory           |
        | vote 2 is signed by Alice             |
        | vote 1 is signed by Carol             |
        | the vote_owner of vote 2 is cut short |

  @VOTE-RECV-03 @must
  Rule: A vote's hash is the hash of its content, and the signature stands for both

    Scenario: As signed
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol NO"
      Then Bob accepts the proposal

    Scenario Outline: <damage>, hash and signature kept
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol NO" where <damage>
      Then Bob rejects it

      Examples: one field at a time
        | damage                             |
        | the vote of vote 2 is changed      |
        | the timestamp of vote 2 is changed |
        | the vote_id of vote 2 is changed   |
        | the vote of vote 1 is changed      |
        | the vote_hash of vote 2 is changed |
        | vote 2 has no vote_hash            |

    Scenario Outline: <damage>, the signature kept
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol NO" where <damage>
      Then Bob rejects it

      Examples: hashed anew
        | damage                                              |
        | the vote of vote 2 is changed and hashed anew       |
        | the timestamp of vote 2 is changed and hashed anew  |
        | the vote_owner of vote 2 is changed and hashed anew |

  @VOTE-RECV-04 @must
  Rule: A later vote of the same owner points to its former one

    Scenario: Different owners, no former votes
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol NO, Dave YES"
      Then Bob accepts the proposal

    @needs-voting.revote
    Scenario: The parent_hash is the former vote's hash, across another vote
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Carol NO, Alice NO"
      Then Bob accepts the proposal

    @needs-voting.revote
    Scenario: Three votes of one owner, each pointing to the one before
      Given Alice's proposal to 4 voters
      When Bob receives the votes "Alice YES, Alice NO, Alice YES"
      Then Bob accepts the proposal

    Scenario Outline: <votes>, and <damage>
      Given Alice's proposal to 4 voters
      When Bob receives the votes "<votes>" where <damage>
      Then Bob rejects it

      Examples: the link to the former vote
        | votes                          | damage                                               |
        | Alice YES, Carol NO, Alice NO  | the parent_hash of vote 3 is made empty              |
        | Alice YES, Carol NO, Alice NO  | the parent_hash of vote 3 is made random             |
        | Alice YES, Carol NO, Alice NO  | the parent_hash of vote 3 is made the hash of vote 2 |
        | Alice YES, Alice NO            | the parent_hash of vote 2 is made empty              |
        | Alice YES, Alice NO, Alice YES | the parent_hash of vote 3 is made the hash of vote 1 |
        | Alice YES, Carol NO, Dave YES  | the parent_hash of vote 3 is made the hash of vote 2 |

  @VOTE-RECV-05 @must
  Rule: Every vote points to the one before it

    Scenario: Four votes in a row
      Given Alice's proposal to 5 voters
      When Bob receives the votes "Alice YES, Carol NO, Dave YES, Erin NO"
      Then Bob accepts the proposal

    Scenario Outline: Four votes, and <damage>
      Given Alice's proposal to 5 voters
      When Bob receives the votes "Alice YES, Carol NO, Dave YES, Erin NO" where <damage>
      Then Bob rejects it

      Examples: each link broken once
        | damage                                     |
        | the received_hash of vote 2 is made random |
        | the received_hash of vote 3 is made random |
        | the received_hash of vote 4 is made random |

      Examples: no link
        | damage                                    |
        | the received_hash of vote 2 is made empty |
        | the received_hash of vote 4 is made empty |

      Examples: a link that leads elsewhere
        | damage                                                 |
        | the received_hash of vote 3 is made the hash of vote 1 |
        | the received_hash of vote 4 is made the hash of vote 2 |
        | vote 2 is left out                                     |
        | vote 3 is left out                                     |
        | votes 2 and 3 are swapped                              |
        | votes 3 and 4 are swapped                              |

  @VOTE-RECV-06 @must
  Rule: A vote is only added after all checks

    Scenario: A sound proposal is voted on
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES, Carol NO"
      When Bob votes YES
      Then Bob's proposal has
        | votes | 3 |

    Scenario Outline: One where <damage> is not
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES, Carol NO" where <damage>
      When Bob tries to vote YES
      Then Bob does not vote

      Examples: a broken link, a false signature
        | damage                                     |
        | the received_hash of vote 2 is made random |
        | vote 2 is signed by Mallory                |

    Scenario: One that has expired is not
      Given Alice's proposal to 4 voters
      And the proposal expired
      And Bob received the votes "Alice YES, Carol NO"
      When Bob tries to vote YES
      Then Bob does not vote

    Scenario Outline: The sound copy is taken although one came before where <damage>
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES, Carol NO" where <damage>
      When Bob receives the votes "Alice YES, Carol NO"
      Then Bob accepts the proposal

      Examples: a broken link, a false signature
        | damage                                     |
        | the received_hash of vote 2 is made random |
        | vote 2 is signed by Mallory                |
