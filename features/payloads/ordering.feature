Feature: Message ordering
  62/STATUS-PAYLOADS, Clock vs Timestamp and message ordering: what a client makes of the clocks of others.
  `now` is the time of the scenario in milliseconds; the layer below says that a message was sent now, unless
  another time is given.

  @PAY-CLK-05 @should @needs-payloads.node
  Rule: Order does not depend on the timestamp

    Scenario: Timestamps in the other order
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol with
        | clock     | now-2000 |
        | timestamp | now      |
      When Bob receives the ChatMessage "m2" from Carol with
        | clock     | now-1000 |
        | timestamp | now-9000 |
      Then Bob sees "m1" and "m2"

  @PAY-CLK-09 @should @needs-payloads.node
  Rule: A clock more than 120 seconds ahead of the layer below is discarded

    Scenario Outline: A <record> at <clock>
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol
      When Bob receives the <record> "x" from Carol with
        | clock | <clock> |
      Then Bob <answer> it

      Examples: around the bound
        | record      | clock      | answer   |
        | ChatMessage | now+119999 | takes    |
        | ChatMessage | now+120000 | takes    |
        | ChatMessage | now+120001 | discards |

      Examples: what else moves the clock of a chat
        | record        | clock                | answer   |
        | PinMessage    | now+120000           | takes    |
        | PinMessage    | now+120001           | discards |
        | EditMessage   | now+120001           | discards |
        | DeleteMessage | now+120001           | discards |
        | EmojiReaction | now+120001           | discards |
        | PinMessage    | 18446744073709551615 | discards |

    Scenario Outline: Sent <sent>, when Bob's own time is another
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | sent at | <sent>  |
        | clock   | <clock> |
      Then Bob <answer> it

      Examples: the time of the layer below counts
        | sent        | clock       | answer   |
        | now-3600000 | now-3480000 | takes    |
        | now-3600000 | now-3479999 | discards |

  @PAY-CLK-10 @may @needs-payloads.node
  Rule: A clock more than 120 seconds behind may be marked or discarded, as the client says

    Scenario: Just inside
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | clock | now-119999 |
      Then Bob takes it with
        | warned | false |

    Scenario: Beyond
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | clock | now-120001 |
      Then Bob treats it as his setting "tooOldClock" says

    Scenario: Ahead is not behind
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | clock | now+1000 |
      Then Bob takes it with
        | warned | false |

  @PAY-CLK-11 @must @needs-payloads.node
  Rule: A chat is in the order of its clocks

    Scenario Outline: <a>, <b>, <c>
      Given the time is <time>
      And Bob is in the public chat "status"
      And Bob received the ChatMessage "late" from Carol with
        | clock | <c> |
      And Bob received the ChatMessage "early" from Carol with
        | clock | <a> |
      When Bob receives the ChatMessage "middle" from Carol with
        | clock | <b> |
      Then Bob sees "early", "middle" and "late"

      Examples: numbers that text and 32 bits order otherwise
        | time          | a          | b          | c          |
        | 1757930643000 | now-3000   | now-2000   | now-1000   |
        |        100000 |          9 |         10 |        100 |
        |    4294967300 | 4294967295 | 4294967296 | 4294967297 |

    Scenario: Beyond what a double holds
      Given the time is 9007199254740991
      And Bob is in the public chat "status"
      And Bob received the ChatMessage "late" from Carol with
        | clock | 9007199254740993 |
      When Bob receives the ChatMessage "early" from Carol with
        | clock | 9007199254740992 |
      Then Bob sees "early" and "late"

  @PAY-CLK-12 @must @needs-payloads.node
  Rule: What was sent before older messages came stays last

    Scenario: The backlog comes afterwards
      Given Bob is in the public chat "status"
      And Bob sent the ChatMessage "own"
      And Bob received the ChatMessage "old" from Carol with
        | clock | now-60000 |
      When Bob receives the ChatMessage "older" from Carol with
        | clock | now-90000 |
      Then Bob sees "older", "old" and "own"

  @PAY-CLK-13 @should @needs-payloads.node
  Rule: What is discarded does not move the clock

    Scenario Outline: A <record> at <clock>
      Given Bob is in the public chat "status"
      And Bob was handed the <record> "x" from Mallory with
        | clock | <clock> |
      When Bob sends the ChatMessage "m1"
      Then "m1" has
        | clock | now |

      Examples: far ahead, and as far as possible
        | record      | clock                |
        | ChatMessage | now+1000000000       |
        | ChatMessage | 18446744073709551615 |
        | PinMessage  | 18446744073709551615 |

    Scenario: What is accepted does
      Given Bob is in the public chat "status"
      And Bob received the ChatMessage "m1" from Carol with
        | clock | now+1000 |
      When Bob sends the ChatMessage "m2"
      Then "m2" has
        | clock | now+1001 |

  @PAY-CLK-14 @may @needs-payloads.node
  Rule: What a late joiner sent may sort into the past

    Scenario: The history is ahead
      Given Bob is in the public chat "status"
      And Bob sent the ChatMessage "own"
      When Bob receives the ChatMessage "m1" from Carol with
        | clock | now+60000 |
      Then Bob sees "own" and "m1"

  @PAY-CLK-15 @may @needs-payloads.node
  Rule: A clock of zero is none

    Scenario Outline: A clock of <clock>
      Given Bob is in the public chat "status"
      When Bob receives the ChatMessage "m1" from Carol with
        | clock | <clock> |
      Then Bob <answer> it

      Examples: absent, and present
        | clock  | answer   |
        | absent | discards |
        | now    | takes    |
