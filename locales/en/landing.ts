/** The page that greets whoever comes without an address in mind. */
export const landing = {
  title: 'Run your shop with a team',
  lead: 'Stagedoor is a home for live sellers and the people who help them. Everyone has a sign-in of their own, a role that fits their work, and nobody shares a password.',
  signUp: 'Create your sign-in',
  signIn: 'Sign in',
  dashboard: 'Go to your shops',
  shows: 'Watch live shows',
  help: 'How team permissions work',
  roles: 'What may they do?',
  choose: 'Role',
  points: {
    own: {
      title: 'A sign-in for each person',
      body: 'Invite by e-mail. The shop’s password stays with its owner.',
    },
    role: {
      title: 'A role for each kind of work',
      body: 'Change it at any time. It counts from the next click.',
    },
    out: { title: 'Out means out', body: 'Remove somebody, and their access ends at once, on every device.' },
  },
  open: 'Open source. It runs on your own server, and what your team does is written down for you.',
} as const
