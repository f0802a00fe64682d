/** A specification of nothing, with every form of statement the readers have to find. */
export const LAMP = `---
title: LAMP
status: raw
---

## Abstract

This text describes a lamp
that nodes switch for each other.

## Switching

Each node MUST keep:

* A counter for each lamp,
starting at \`7\`.
* A list of lamps it MAY switch, e.g. those of [its room](#rooms).

Before a node switches a lamp:

1. It SHOULD wait for _two_ seconds.
2. It MUST raise the counter by \`1\`.

A lamp that is off stays dark. No light is sent.

| lamp | colour | level |
| --- | --- | --- |
| 1 | red | must be dim |
| 2 | green | may be bright |

### Wire format

\`\`\`protobuf
syntax = "proto3";

message Switch {
  string lamp_id = 1;           // Which lamp
  optional int32 counter = 2;   // How often
  Colour colour = 3;
  enum Colour {
    DARK = 0;
    RED = 1;
  }
}
\`\`\`

The level follows from:

\`\`\`text
level = counter % 3
\`\`\`

## Rooms

Nodes of one room SHOULD NOT switch one lamp at once.
`
