/**
 * `line`: written by a viewer or the host. `announcement`: written by the host and pinned. `team`: a notice for the
 * team alone.
 */
export const lineKinds = ['line', 'announcement', 'team'] as const

/** Characters of a line. */
export const maxLineLength = 300
export const moderationLimits = {
  /** Seconds of slow mode. */
  slowSeconds: 300,
  /** Muted words of an account. */
  mutedWords: 200,
  /** Characters of a muted word. */
  mutedWord: 60,
  /** Minutes for which somebody can be muted: a day. */
  muteMinutes: 1440,
} as const
