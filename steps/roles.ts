import type { Area } from '../adapters/contract/hello.ts'

/*
Who may be played by another client than the rest. The two roles are the same in every area; which
participants have them is told here, and a binding may also name a single participant.
*/

/** The two ends of what is exchanged. */
export type Role = 'sender' | 'receiver'
export const roles: readonly Role[] = ['sender', 'receiver']

/** The participants of the features of one area. */
export interface Parts {
  /** Those that a binding can name. */
  readonly names: readonly string[]
  /** Whom the sender's client plays; the receiver's plays everybody else. */
  readonly sender: RegExp
  /** In words. */
  readonly means: Readonly<Record<Role, string>>
}

export const parts: Readonly<Record<Area, Parts>> = {
  sds: {
    names: ['Alice', 'Bob', 'Carol'],
    sender: /^Alice$/,
    means: { sender: 'Alice', receiver: 'Bob and Carol' },
  },
  voting: {
    names: ['Alice', 'Bob', 'Carol', 'Dave', 'Erin', 'Frank', 'Grace', 'Heidi', 'Ivan', 'Judy'],
    sender: /^(?:Alice|(?:peer|voter) \d*[13579](?: YES| NO)?)$/,
    means: {
      sender: 'Alice, who proposes, and of peers with numbers the odd ones',
      receiver: 'the other voters',
    },
  },
  archives: {
    names: ['Alice', 'Bob', 'Scout'],
    sender: /^Alice$/,
    means: { sender: 'Alice, the control node', receiver: 'Bob and Scout, members' },
  },
  payloads: {
    names: ['Alice', 'Bob', 'Carol'],
    sender: /^Alice$/,
    means: { sender: 'Alice', receiver: 'the other users' },
  },
}

/**
 * Whose client a participant of a scenario is: somebody on a second channel is still the same one, and who
 * lends Alice a bloom filter has to make it as she reads it (SDS AMB-03).
 */
export function personOf(participant: string): string {
  const person = participant.replace(/ on the second channel$/, '')
  return /^donor \d+$/.test(person) ? 'Alice' : person
}

export function roleOf(area: Area, person: string): Role {
  return parts[area].sender.test(person) ? 'sender' : 'receiver'
}

/** Addresses of clients, by the roles and participants that they play. */
export type Bindings = Readonly<Record<string, string>>

/** The client that plays somebody: a participant's own binding outranks that of the role, that the client of the run. */
export function playedBy(area: Area, person: string, adapter: string, bind: Bindings = {}): string {
  return bind[person] ?? bind[roleOf(area, person)] ?? adapter
}
