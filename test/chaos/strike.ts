/** What a client does instead of answering. */
export const kinds = {
  /** Is killed, as by the system. */
  killed: ['program', 'server'],
  exits: ['program', 'module'],
  hangs: ['program', 'module', 'server'],
  floods: ['program', 'server'],
  garbage: ['program', 'module', 'server'],
  closes: ['program', 'server'],
} as const

export type Kind = keyof typeof kinds
export type Form = (typeof kinds)[Kind][number]
