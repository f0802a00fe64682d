Feature: Updates of the message history archive index
  61, "WakuMessageArchiveIndex": the index is made anew with every archive, uploaded and announced.

  Background:
    Given Alice runs a community with 2 channels
    And Carol said something each day from day 0 to day 20

  @ARCH-INDEX-10 @must @needs-archives.control @needs-virtual-clock
  Rule: Whenever archives are created the index is updated

    Scenario: One week after another
      Given time passes until the end of week 1
      And time passes until the end of week 2
      When time passes until the end of week 3
      Then Alice has announced indices of 1, 2 and 3 archives

    Scenario: A quiet week changes nothing that was listed
      When time passes until the end of week 5
      Then the announced index lists weeks 1 to 3

  @ARCH-INDEX-11 @must @needs-archives.control @needs-virtual-clock
  Rule: The updated index is uploaded to Codex

    Scenario: Each index that was announced was uploaded before
      Given time passes until the end of week 1
      When time passes until the end of week 2
      Then every announcement has
        | CID | of the index uploaded before it |

    Scenario: The upload of the index fails once
      Given Codex treats Alice's requests so
        | requests | are     | after | times |
        | uploads  | refused | 1     | 1     |
      And time passes until the end of week 1
      When time passes until day 8
      Then the announced index lists week 1

    @needs-archives.restart
    Scenario: The node ends between the upload of the archive and that of the index
      Given Codex treats Alice's requests so
        | requests | are     | after |
        | uploads  | refused | 1     |
      And time passes until the end of week 1
      And Alice's node stopped at day 8
      And Codex works again
      When Alice's node starts at day 9
      Then the announced index lists week 1

  @ARCH-INDEX-12 @must @needs-archives.control @needs-virtual-clock
  Rule: The CID of the uploaded index is sent to the special channel

    Scenario: One announcement for every index
      Given time passes until the end of week 1
      When time passes until the end of week 2
      Then Alice has announced indices of 1 and 2 archives
      And every announcement has
        | CID | of the index uploaded before it |

    Scenario: Without a new index nothing is announced
      Given time passes until the end of week 3
      When time passes until day 27
      Then Alice has announced indices of 1, 2 and 3 archives

  @ARCH-INDEX-13 @must @needs-archives.control @needs-virtual-clock
  Rule: Every archive created has its entry in the index

    Scenario: Uploaded and listed archives are the same
      When time passes until the end of week 3
      Then Alice's Codex node holds
        | unlisted archives | none |

    @needs-archives.restart
    Scenario: An archive whose index could not be uploaded
      Given Codex treats Alice's requests so
        | requests | are     | after |
        | uploads  | refused | 1     |
      And time passes until the end of week 1
      And Alice's node stopped at day 8
      And Codex works again
      And Alice's node starts at day 9
      When time passes until the end of week 2
      Then Alice's Codex node holds
        | unlisted archives | none |
