Feature: Silent voters
  Hashgraph-like consensus, section 4, Silent Node Management: who does not vote counts for one side at the end.

  @VOTE-SILENT-01 @must
  Rule: Silent is who was expected to vote and did not

    Scenario: Four of six voted, so two are silent
      Given Alice's proposal to 6 voters
      And Bob received the votes "Alice YES, Carol YES, Dave NO, Erin NO"
      When the proposal expires
      Then Bob's result is YES

    Scenario Outline: Who <did> is silent too
      Given Alice's proposal to 6 voters
      And Bob received the votes "Alice YES, Carol YES, Dave NO, Erin NO"
      And Bob received the votes "Alice YES, Frank NO" where <damage>
      When the proposal expires
      Then Bob's result is YES

      Examples:
        | did                       | damage                              |
        | sent a forged vote        | vote 2 is signed by Mallory         |
        | voted on another proposal | vote 2 is made for another proposal |

  @VOTE-SILENT-02 @must
  Rule: Where silence means YES, silent voters count as YES

    Scenario Outline: <votes> of 6
      Given Alice's proposal to 6 voters, silence meaning YES
      And Bob received the votes "<votes>"
      And Bob's result was <before>
      When the proposal expires
      Then Bob's result is <result>

      Examples: two are silent
        | votes                                  | before    | result           |
        | Alice YES, Carol YES, Dave NO, Erin NO | UNDECIDED | YES              |
        | Alice YES, Carol NO, Dave NO, Erin NO  | UNDECIDED | TIE or UNDECIDED |
        | Alice NO, Carol NO, Dave NO, Erin NO   | early NO  | NO               |

  @VOTE-SILENT-03 @must
  Rule: Where silence means NO, silent voters count as NO

    Scenario Outline: <votes> of 6
      Given Alice's proposal to 6 voters, silence meaning NO
      And Bob received the votes "<votes>"
      And Bob's result was <before>
      When the proposal expires
      Then Bob's result is <result>

      Examples: two are silent
        | votes                                    | before    | result           |
        | Alice YES, Carol YES, Dave NO, Erin NO   | UNDECIDED | NO               |
        | Alice YES, Carol YES, Dave YES, Erin NO  | UNDECIDED | TIE or UNDECIDED |
        | Alice YES, Carol NO, Dave NO, Erin NO    | UNDECIDED | NO               |
        | Alice YES, Carol YES, Dave YES, Erin YES | YES       | YES              |
