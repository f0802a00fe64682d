@2026-04-02
Feature: The fields that the later text changed
  Consensus of 2026-04-02, section 1: an instant instead of an interval, a round that counts rounds, and times without a sign.

  @VOTE-WIRE-22 @must
  Rule: expiration_timestamp is field 18, an instant

    Scenario: In a proposal that is passed on
      Given Alice's proposal to 4 voters with
        | expiration_timestamp | a minute later |
      And Bob received the votes "Alice YES"
      When Bob votes NO
      Then Bob's proposal has on the wire
        | 18 | a varint | the end of Alice's proposal |

    Scenario: In a proposal that is made
      When Bob proposes YES to 4 voters
      Then Bob's proposal has on the wire
        | 18 | a varint | a minute from now |

  @VOTE-WIRE-23 @must
  Rule: Vote.timestamp is field 23, a uint64

    Scenario: In a vote that is cast
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice NO"
      And 9 seconds went by
      When Bob votes YES
      Then Bob's vote has on the wire
        | 23 | a varint | now |

    Scenario: Alice's vote reaches Carol by way of Bob
      Given Alice's proposal to 4 voters
      And Bob received the votes "Alice NO"
      When Bob votes YES
      Then Bob's proposal has on the wire
        | 14.23 | as Alice wrote it |

  @VOTE-WIRE-24 @must
  Rule: round counts rounds, not votes

    Scenario Outline: <votes>, all of round 1
      Given Alice's proposal to 5 voters
      And Bob received the votes "<votes>" in a copy with
        | round | 1 |
      When Bob votes YES
      Then Bob's proposal has on the wire
        | 16 | a varint | 2 |

      Examples:
        | votes                        |
        | Alice NO                     |
        | Alice NO, Carol YES          |
        | Alice NO, Carol YES, Dave NO |
