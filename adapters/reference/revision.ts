/** The frozen revisions that the reference can follow. A text that a revision has not stays as in the one before. */
export const revisions = ['2025-09-16', '2026-04-02'] as const

export type Revision = (typeof revisions)[number]

export function isRevision(name: string): name is Revision {
  return (revisions as readonly string[]).includes(name)
}
