/** The revision conformance is measured against unless another is asked for. */
export const PINNED = '2025-09-16'
