/** Settings > Sessions: where the person is signed in. */
export const sessions = {
  title: 'Where you’re signed in',
  lead: 'Every device on which you are signed in. If you don’t recognise one, end its session and change your password.',
  current: 'This device',
  facts: 'Active {{when}} · Signed in on {{day}}',
  from: 'From {{ip}}',
  end: 'End',
  endLabel: 'End the session on {{device}}',
  ended: 'The session on {{device}} has ended',
  endOthers: 'End all others',
  othersTitle: 'End all other sessions?',
  othersText: 'Every other device is signed out at once and has to sign in again. This one stays.',
  othersEnded_one: 'One session has ended',
  othersEnded_other: '{{count}} sessions have ended',
  alone: 'You are not signed in anywhere else.',
} as const
