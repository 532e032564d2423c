/** The page for visitors who come without a particular address. */
export const landing = {
  title: 'Run your shop with a team',
  lead: 'Stagedoor is for live sellers and the people who help them. Everyone has their own sign-in and a role that fits their work, and nobody shares a password.',
  signUp: 'Create your sign-in',
  signIn: 'Sign in',
  dashboard: 'Go to your shops',
  shows: 'Watch live shows',
  help: 'How team permissions work',
  roles: 'What can they do?',
  choose: 'Role',
  points: {
    own: {
      title: 'A sign-in for each person',
      body: 'Invite by e-mail. The shop’s password stays with its owner.',
    },
    role: {
      title: 'A role for each kind of work',
      body: 'Change it at any time. It applies from the next click.',
    },
    out: { title: 'Out means out', body: 'Remove someone, and their access ends at once, on every device.' },
  },
  open: 'Open source. It runs on your own server, and records for you what your team does.',
} as const
