Feature: Fetching message history archives
  61, "Fetching message history archives": from the announcement to the index to the archives. Bob is a member.

  Background:
    Given the control node has archives of weeks 1 to 5
    And Bob is a member of the community

  @ARCH-FETCH-01 @must @needs-archives.member @needs-virtual-clock
  Rule: Fetching goes from the CID received to the index downloaded to the choice of archives

    Scenario: The index first
      When the control node announces its index
      And 60 seconds pass
      Then Bob's downloads have
        | index | before any archive |

    Scenario: What is no index leads to no archive
      Given the control node announces "a file that is no index"
      When 60 seconds pass
      Then Bob's downloads have
        | archives | none |

  @ARCH-FETCH-02 @must @needs-archives.member @needs-virtual-clock
  Rule: The chosen archives are downloaded one by one

    Scenario: A request for every archive
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index    |
        | weeks 1 to 5 |
      And Bob's downloads have
        | parts | none |

  @ARCH-FETCH-03 @must @needs-archives.member @needs-virtual-clock
  Rule: An announcement that comes live is acted upon

    Scenario: Live
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded the index
