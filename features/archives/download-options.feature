Feature: Download options
  61, "Downloading message archives": which of the missing archives a node downloads. Bob is a member.

  Background:
    Given the control node has archives of weeks 1 to 5
    And Bob is a member of the community

  @ARCH-DL-07 @must @needs-archives.member @needs-virtual-clock
  Rule: The node downloads according to one of three options

    Scenario: As declared
      When the control node announces its index
      And 60 seconds pass
      Then Bob's downloads have
        | archives | those of the option he declares |

    @needs-archives.download-option
    Scenario Outline: Option <option>
      Given Bob wants "<option>"
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index |
        | <weeks>   |

      Examples: the three options
        | option                          | weeks        |
        | all archives                    | weeks 1 to 5 |
        | the latest archive              | week 5       |
        | the archives of day 8 to day 20 | weeks 2 to 3 |

  @ARCH-DL-08 @must @needs-archives.download-option @needs-archives.member @needs-virtual-clock
  Rule: With the first option every CID of the index is downloaded

    Scenario: A new member
      Given Bob wants "all archives"
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index    |
        | weeks 1 to 5 |
      And Bob has the messages of weeks 1 to 5

    Scenario: Sixty archives
      Given the control node has archives of weeks 6 to 60
      And Bob wants "all archives"
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index     |
        | weeks 1 to 60 |

  @ARCH-DL-09 @must @needs-archives.download-option @needs-archives.member @needs-virtual-clock
  Rule: With the second option only the latest archive is downloaded

    Scenario Outline: The entries of the index <order>
      Given the index is made with
        | entries | <order> |
      And Bob wants "the latest archive"
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index |
        | week 5    |

      Examples: orders on the wire
        | order                  |
        | from old to new        |
        | from new to old        |
        | with the latest inside |

    Scenario: A latest week in two parts
      Given the archive of week 5 is made with
        | another part | of two messages |
      And Bob wants "the latest archive"
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index |
        | week 5    |
        | week 5    |

    Scenario: The latest is known already
      Given Bob wants "the latest archive"
      And Bob has imported the archives
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index |

  @ARCH-DL-10 @must @needs-archives.download-option @needs-archives.member @needs-virtual-clock
  Rule: With the third option the archives are chosen by from and to for the time wanted

    Scenario Outline: From <from> to <to>
      Given Bob wants "the archives of <from> to <to>"
      When the control node announces its index
      And 60 seconds pass
      Then Bob has downloaded
        | the index |
        | <weeks>   |

      Examples: overlapping the weeks
        | from  | to     | weeks        |
        | day 8 | day 20 | weeks 2 to 3 |
        | day 9 | day 10 | week 2       |
        | day 2 | day 40 | weeks 1 to 5 |

      Examples: at the bounds
        | from                | to                | weeks  |
        | the start of week 2 | the end of week 2 | week 2 |

      Examples: where there is none
        | from   | to     | weeks        |
        | day 50 | day 60 | nothing else |
