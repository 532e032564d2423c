/** Entries that both sides see. */
export const messageKinds = ['text', 'photo'] as const
/** Entries that only the team sees: notes, and changes of the conversation. */
export const teamKinds = ['note', 'assigned', 'closed', 'reopened', 'blocked', 'unblocked'] as const
export const entryKinds = [...messageKinds, ...teamKinds] as const
export const subjectKinds = ['product', 'order', 'show'] as const
export const inboxViews = ['all', 'unread', 'mine', 'unassigned', 'closed'] as const

/** Maximum length of a message, a note or a saved reply, in characters. */
export const maxMessageLength = 4000
/** Maximum length of a saved reply's title, in characters. */
export const maxReplyTitleLength = 80
