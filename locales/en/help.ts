/** The public page about team permissions. What a role can do is drawn from the matrix, not written here. */
export const help = {
  title: 'Team permissions',
  intro:
    'Let people help with your shop without giving them your password. Each person signs in with their own e-mail, and can do what their role allows: no more, no less.',
  onThisPage: 'On this page',
  can: 'Can',
  cannot: 'Cannot',
  anyone:
    'Everybody on a team, whatever their role, can see who is on it, see the list of shows, and leave. Only the Owner cannot leave.',
  steps: {
    title: 'How it works',
    invite: {
      title: 'Invite',
      body: 'Open Settings, then Team, and choose Invite. Add one address or paste many, give each a role and, if you like, an end date. Each person gets a mail.',
    },
    accept: {
      title: 'They accept',
      body: 'The mail’s link shows who invites them, to which shop and as what. They create a sign-in or use the one they have, and accept. An invitation stays open for 7 days.',
    },
    work: {
      title: 'You work together',
      body: 'Each person sees what their role may use. People who help several shops switch between them in the account menu, and always see which account they act for.',
    },
    adjust: {
      title: 'You adjust',
      body: 'Change a role, set an end date, remove access: it takes effect at once. Activity shows who did what, and when.',
    },
  },
  roles: { title: 'The roles' },
  matrix: {
    title: 'All permissions at a glance',
    permission: 'Permission',
    yes: 'Yes',
    no: 'No',
  },
  questions: {
    title: 'Questions people ask',
    change: {
      q: 'Can I change a role later?',
      a: 'Yes, at any time. In Settings, Team, choose another role next to the person’s name: before you confirm, you see what they gain and what they lose. It applies from their next click.',
    },
    remove: {
      q: 'Can I remove somebody, and how fast does it work?',
      a: 'Yes, and at once. Open the … menu next to their name and choose Remove access. From the moment you see the confirmation, nothing they do reaches your shop any more, in any browser, and their open pages close. You can invite them again later.',
    },
    admin: {
      q: 'Can an Admin change my payouts or delete the account?',
      a: 'No. Payout details, payment methods, the account’s username and password, and deleting the account belong to the Owner alone. An Admin can invite, change and remove Admins, Sellers and Support, never the Owner.',
    },
    owner: {
      q: 'Can the Owner change?',
      a: 'Not with a role: the Owner is the person who created the account, and there is exactly one. If a shop really changes hands, the people who run this Stagedoor can transfer it; write to their support address. The former Owner then becomes an Admin.',
    },
    keeps: {
      q: 'What does somebody keep after they are removed?',
      a: 'Their own sign-in, their own shop and their place in other teams. They keep nothing of your shop. What they did stays in your Activity, with their name.',
    },
    links: {
      q: 'An invitation’s link has expired or does not work. What now?',
      a: 'Links work for 7 days, once, and only the newest one is valid. The person who invited you can resend it from the Pending tab with one click. Opening a link does not use it up: only Accept does.',
    },
    address: {
      q: 'The invitation went to an address that I don’t use.',
      a: 'An invitation is for one address, so that nobody else can take it. Sign in with that address, or ask for an invitation to the other one. Until then it stays open.',
    },
    share: {
      q: 'Can several people share one sign-in?',
      a: 'Please don’t. If everyone has their own, you can see who did what, and take away one person’s access without disturbing the others. It costs nothing.',
    },
    several: {
      q: 'Can I work for several shops?',
      a: 'Yes. You have one sign-in, and a role in each shop. The account menu at the top lists them all.',
    },
  },
  more: { title: 'Ready?', signUp: 'Create your sign-in', dashboard: 'Go to your team' },
} as const
