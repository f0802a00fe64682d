Feature: Creating and seeding message archives
  61, "Creating message archives" and "Seeding message history archives": where the files are, on disk and in
  Codex, and how long.

  Background:
    Given Alice runs a community with 2 channels
    And Carol said something each day from day 0 to day 13

  @ARCH-FILE-01 @must @needs-archives.control @needs-archives.files @needs-virtual-clock
  Rule: Archive files are written to a place in the file system set aside for them

    Scenario: One file for every archive, with the bytes that Codex was given
      When time passes until the end of week 2
      Then Alice's archive folder holds
        | listed archives | all |
      And the announced index lists weeks 1 and 2

  @ARCH-FILE-02 @must @needs-archives.control @needs-archives.files @needs-virtual-clock
  Rule: The index file is written to that place as well

    Scenario: The file of the announced index
      Given time passes until the end of week 1
      When time passes until the end of week 2
      Then Alice's archive folder holds
        | announced index | yes |

  @ARCH-FILE-03 @should @needs-archives.control @needs-archives.files @needs-virtual-clock
  Rule: The files of one community have a folder in whose name its id can be recognised

    Scenario: Two communities
      Given Alice runs another community
      And Carol said
        | text      | at    | community |
        | elsewhere | day 2 | the other |
      When time passes until the end of week 1
      Then Alice's archive folder holds
        | listed archives | each in a folder named after its community |

  @ARCH-SEED-01 @must @needs-archives.control @needs-virtual-clock
  Rule: Each archive file made is present in the control node's Codex node

    Scenario: What is listed is held
      When time passes until the end of week 2
      Then Alice's Codex node holds
        | listed archives | all |

    Scenario: What Codex lost is uploaded again
      Given time passes until the end of week 1
      And Alice's Codex node lost everything
      When time passes until day 15
      Then Alice's Codex node holds
        | listed archives | all |

    Scenario: An upload that is answered and not kept
      Given Codex treats Alice's requests so
        | requests | are                   | times |
        | uploads  | answered and not kept | 1     |
      And time passes until the end of week 1
      When time passes until day 10
      Then Alice's Codex node holds
        | listed archives | all |

  @ARCH-SEED-02 @must @needs-archives.control @needs-virtual-clock
  Rule: Archive files stay stored without limit of time

    Scenario: The first archive after two months
      When time passes until day 70
      Then Alice's Codex node holds
        | listed archives | all |
      And the announced index lists weeks 1 and 2

    Scenario: A Codex node that forgets blocks after 30 days
      Given Codex forgets what is older than 30 days
      And time passes until the end of week 2
      When time passes until day 70
      Then Alice's Codex node holds
        | listed archives | all |

  @ARCH-SEED-03 @must @needs-archives.control @needs-virtual-clock
  Rule: The newest index file is stored; older ones need not be

    Scenario: The announced index can be fetched at any time
      When time passes until the end of week 2
      Then Alice's Codex node holds
        | announced index | yes |

    Scenario: A Codex node that forgets blocks after 30 days
      Given Codex forgets what is older than 30 days
      And time passes until the end of week 2
      When time passes until day 70
      Then Alice's Codex node holds
        | announced index | yes |

  @ARCH-SEED-04 @should @needs-archives.control @needs-virtual-clock
  Rule: The CIDs of older index files are deleted

    Scenario: The first index after the second
      Given time passes until the end of week 1
      When time passes until the end of week 2
      Then Alice's Codex node holds
        | first index | no longer |
      And every announcement has
        | index before it | deleted after it |

    Scenario: Deleting fails at first
      Given time passes until the end of week 1
      And Codex treats Alice's requests so
        | requests | are     | times |
        | deletes  | refused | 1     |
      And time passes until the end of week 2
      When time passes until day 17
      Then Alice's Codex node holds
        | first index | no longer |

  @ARCH-SEED-05 @should @needs-archives.control @needs-virtual-clock
  Rule: The Codex node holds one index file of a community at a time

    Scenario: Two communities
      Given Alice runs another community
      And Carol said
        | text      | at    | community |
        | elsewhere | day 2 | the other |
      When time passes until the end of week 2
      Then Alice's Codex node holds
        | indices | one of each community |
