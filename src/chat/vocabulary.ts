/**
 * `line`: written by a viewer or the host. `announcement`: written by the host and pinned. `team`: a notice for the
 * team alone.
 */
export const lineKinds = ['line', 'announcement', 'team'] as const

/** Characters of a line. */
export const maxLineLength = 300
