Feature: Exchanging votes: hash and signature of the vote
  Hashgraph-like consensus, section 2, steps 4.7 and 4.8: what makes the new vote its voter's own.

  @VOTE-MAKE-08 @must
  Rule: vote_hash is the hash of the fields before it

    Scenario Outline: <answer> after <votes>
      Given Alice's proposal to 4 voters
      And Bob received the votes "<votes>"
      When Bob votes <answer>
      Then Bob's vote has
        | vote_hash | the hash of its fields |

      Examples:
        | answer | votes               |
        | YES    | Alice YES           |
        | NO     | Alice YES           |
        | NO     | Alice YES, Carol NO |

    Scenario: The first vote, which points to nothing
      When Alice proposes NO to 4 voters
      Then Alice's vote has
        | vote_hash | the hash of its fields |

    @needs-voting.revote
    Scenario: A vote that points to two others
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      And Bob voted YES
      And Carol received the proposal of Bob
      And Carol voted NO
      And Bob received the proposal of Carol
      When Bob votes NO
      Then Bob's vote has
        | vote_hash | the hash of its fields |

    @needs-voting.hash-vote
    Scenario: Any vote
      Then Bob hashes any vote as the text says

  @VOTE-MAKE-09 @must
  Rule: The voter's own key signs the vote

    Scenario Outline: <answer>
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      When Bob votes <answer>
      Then Bob's vote has
        | vote_owner | Bob                  |
        | signature  | valid for vote_owner |

      Examples:
        | answer |
        | YES    |
        | NO     |

  @VOTE-MAKE-10 @must
  Rule: Hash and signature are both put into the vote

    Scenario: Neither is missing
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice YES"
      When Bob votes YES
      Then Bob's vote has
        | vote_hash | the hash of its fields |
        | signature | valid for vote_owner   |
