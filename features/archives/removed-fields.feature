Feature: What archives no longer have
  61, where it was written for torrents: padding, pieces, offsets and magnet links are gone.

  Background:
    Given Alice runs a community with 2 channels
    And Carol said something each day from day 2 to day 11

  @ARCH-REM-01 @may @needs-archives.control @needs-virtual-clock
  Rule: Archives have no padding field and are not padded to the size of a torrent piece

    Scenario: No padding in the file or after it
      When time passes until the end of week 1
      Then the archive of week 1 has
        | end | no padding |

  @ARCH-REM-02 @may @needs-archives.control @needs-virtual-clock
  Rule: Index entries have neither offset nor number of pieces

    Scenario: An index that is written
      When time passes until the end of week 1
      Then every entry of the index has
        | parts | no offset and no number of pieces |

    @needs-archives.member @pair
    Scenario: A torrent index that is read
      Given the control node has archives of weeks 1 to 2
      And the index is made with
        | an entry more | with a torrent offset |
      And Bob is a member of the community
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index    |
        | weeks 1 to 2 |

  @ARCH-REM-03 @may @needs-archives.control @needs-virtual-clock
  Rule: No magnet link is made or sent

    Scenario: What is announced
      When time passes until the end of week 1
      Then every announcement has
        | CID | no magnet link |
      And every entry of the index has
        | CID | no magnet link |

    @needs-archives.member @pair
    Scenario: A magnet link is not handed to Codex
      Given the control node has archives of weeks 1 to 2
      And Bob is a member of the community
      And the control node announces "a magnet link"
      And 60 seconds pass
      When the control node announces its index
      And 60 seconds pass
      Then Bob has not asked Codex for "a magnet link"
      And Bob has downloaded the index

  @ARCH-REM-04 @may @needs-archives.control @needs-virtual-clock
  Rule: Archives need not be laid end to end in one file that only grows

    Scenario: The second archive has nothing of the first
      When time passes until the end of week 2
      Then every listed archive has
        | file | without another archive in it |
      And the archives hold each message once
