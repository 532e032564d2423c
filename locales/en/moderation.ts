/** How a show’s chat is moderated: who is muted or blocked, slow mode, muted words. */
export const moderation = {
  title: 'Moderate the chat',
  slow: 'Slow mode',
  slowHint: 'How often one person can write in this show.',
  fast: 'Off',
  every_one: 'Every {{count}} second',
  every_other: 'Every {{count}} seconds',
  words: 'Muted words',
  wordsHint: 'A line with one of them is refused, in all your shows. Enter adds a word.',
  team: {
    access_ended: '{{name}}’s access ended; the broadcast stopped.',
    emergency: '{{name}} stopped the show at once.',
    lost: 'Nothing came from {{name}}’s device any more; the show stopped.',
  },
  ban: {
    mute: 'Mute {{name}}',
    block: 'Block {{name}}',
    muteTitle: 'Mute {{name}}?',
    muteText:
      '{{name}} can watch and bid, and write nothing in this show for a while. They are told until when.',
    blockTitle: 'Block {{name}}?',
    blockText:
      '{{name}} can neither write nor bid nor buy in any of your shows, until somebody of the team lifts it.',
    wrote: 'They wrote: “{{text}}”',
    minutes: 'For how long',
    for: { five: '5 minutes', thirty: '30 minutes', hour: 'An hour', day: 'A day' },
    isMuted: '{{name}} is muted',
    isBlocked: '{{name}} is blocked',
    title: 'Muted and blocked',
    none: 'Nobody.',
    muted: '{{name}}: muted until {{time}}, by {{by}}',
    blocked: '{{name}}: blocked by {{by}}',
    lift: 'Lift',
    liftOf: 'Lift it for {{name}}',
  },
} as const
