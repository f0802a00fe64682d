Feature: Clock vs Timestamp
  62/STATUS-PAYLOADS, Clock vs Timestamp and message ordering: what a client writes. `now` is the time of
  the scenario in milliseconds.

  @PAY-CLK-01 @must @needs-payloads.node
  Rule: The clock is the larger of the time and the chat's clock plus one

    Scenario Outline: The chat's clock is <clock>
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol with
        | clock | <clock> |
      When Bob sends the ChatMessage "m2"
      Then "m2" has
        | clock | <sent> |

      Examples: behind, level, ahead
        | clock     | sent      |
        | now-5000  | now       |
        | now-1     | now       |
        | now       | now+1     |
        | now+1     | now+2     |
        | now+60000 | now+60001 |

  @PAY-CLK-02 @must @needs-payloads.node
  Rule: What is sent later has a larger clock than all before it

    Scenario: Two messages in one millisecond
      Given Bob is in the public chat "status"
      And Bob sent the ChatMessage "m1"
      When Bob sends the ChatMessage "m2"
      Then "m2" has
        | clock | now+1 |

    Scenario: An older message arrives after a newer one
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol with
        | clock | now+9000 |
      And Bob received the ChatMessage "m2" from Carol with
        | clock | now+2000 |
      When Bob sends the ChatMessage "m3"
      Then "m3" has
        | clock | now+9001 |

    Scenario: The time goes back
      Given the time is 1757930643000
      And Bob is in the public chat "status"
      And Bob sent the ChatMessage "m1"
      And the time is 1757930636000
      When Bob sends the ChatMessage "m2"
      Then "m2" has
        | clock | 1757930643001 |

    @needs-payloads.restart
    Scenario: After a restart
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol with
        | clock | now+9000 |
      And Bob was restarted
      When Bob sends the ChatMessage "m2"
      Then "m2" has
        | clock | now+9001 |

    Scenario: In every order of sending, receiving and changes of the time
      When many random schedules of sending, receiving and changes of the time are tried
      Then in each every sent clock is larger than all before it

  @PAY-CLK-03 @must @needs-payloads.node
  Rule: The timestamp is the time of creation

    Scenario: Handed over later
      Given Bob is in the public chat "status"
      When Bob sends the ChatMessage "m1" with
        | handed over | now+5000 |
      Then "m1" has
        | timestamp | now |

    Scenario: With a clock that is ahead
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol with
        | clock | now+60000 |
      When Bob sends the ChatMessage "m2"
      Then "m2" has
        | timestamp | now |

  @PAY-CLK-04 @must @needs-payloads.node
  Rule: The timestamp counts milliseconds

    Scenario Outline: At <time>
      Given the time is <time>
      And Bob is in the public chat "status"
      When Bob sends the ChatMessage "m1"
      Then "m1" has
        | timestamp | <time> |

      Examples: with milliseconds that are not zero
        | time          |
        | 1757930643123 |
        | 1757930643999 |

  @PAY-CLK-06 @should @needs-payloads.node
  Rule: What is received moves the clock

    Scenario: Ahead of the time
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol with
        | clock | now+5000 |
      When Bob sends the ChatMessage "m2"
      Then "m2" has
        | clock | now+5001 |

  @PAY-CLK-07 @must @needs-payloads.node
  Rule: Each chat has a clock of its own

    Scenario: Another chat is far ahead
      Given Bob is in the public chat "status"
      And Bob is in the public chat "vac"
      And Bob received the ChatMessage "m1" from Carol with
        | clock   | now+60000 |
        | chat_id | status    |
      When Bob sends the ChatMessage "m2"
      Then "m2" has
        | clock | now |

    Scenario: This chat is
      Given Bob is in the public chat "vac"
      And Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol with
        | clock | now+60000 |
      When Bob sends the ChatMessage "m2"
      Then "m2" has
        | clock | now+60001 |

  @PAY-CLK-08 @must @needs-payloads.node
  Rule: The first clock of a chat is the timestamp

    Scenario Outline: At <time>
      Given the time is <time>
      And Bob is in the public chat "status"
      When Bob sends the ChatMessage "m1"
      Then "m1" has
        | clock     | <time> |
        | timestamp | <time> |

      Examples:
        | time          |
        | 1757930643123 |
        | 1757930700000 |

  @PAY-CLK-16 @must @needs-payloads.node
  Rule: The clock is exact beyond what a double holds

    Scenario Outline: The chat's clock is <clock>
      Given the time is 9007199254740991
      And Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol with
        | clock | <clock> |
      When Bob sends the ChatMessage "m2"
      Then "m2" has
        | clock | <sent> |

      Examples: around 2^53
        | clock            | sent             |
        | 9007199254740991 | 9007199254740992 |
        | 9007199254740992 | 9007199254740993 |
        | 9007199254740993 | 9007199254740994 |
