/**
 * `line`: written by a viewer or the host. `announcement`: written by the host and pinned. `team`: a notice that only
 * the team sees.
 */
export const lineKinds = ['line', 'announcement', 'team'] as const

/** The maximum length of a line, in characters. */
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
