/** The page that an invitation's link opens. */
export const invite = {
  title: 'Your invitation',
  heading: 'Join {{account}}',
  by: '{{inviter}} invites you to the team of <strong>{{account}}</strong> as <strong>{{role}}</strong>.',
  openUntil: 'The invitation is open until {{when}}.',
  accessUntil: 'Your access would end on {{when}}.',
  can: 'You will be able to',
  cannot: 'You won’t be able to',
  leave: 'You keep your own sign-in, and you can leave the team at any time.',
  opening: 'Opening your invitation',
  who: {
    question: 'How would you like to continue?',
    fresh: 'Create a sign-in',
    known: 'I have a sign-in',
    forAddress: 'The invitation is for {{email}}.',
    usernameHint: 'Your sign-in comes with a shop of your own. This is its address.',
    submit: 'Create sign-in and continue',
    notYet: 'Nothing is accepted yet: you decide once you are signed in.',
    maybeKnown:
      'This address seems to have a sign-in already. Sign in with its password, or choose a new password.',
  },
  answer: {
    signedIn: 'You are signed in as {{name}}, {{email}}.',
    accept: 'Accept and join',
    decline: 'Decline',
    declineTitle: 'Decline this invitation?',
    declineBody:
      '{{inviter}} will be notified. The link stops working; if you change your mind, {{inviter}} can invite you again.',
    keep: 'Keep it open',
    declineSure: 'Decline invitation',
    declined: 'You have declined the invitation',
    declinedBody: '{{inviter}} has been notified. Nothing else has changed.',
    welcome: 'Welcome to {{account}}',
    welcomeBody: 'You are on the team as {{role}}.',
  },
  other: {
    title: 'This invitation is for somebody else',
    body: 'You are signed in as {{name}} ({{email}}). The invitation is for {{invited}}. It stays open.',
    switch: 'Sign in with that address',
    switchHint: 'Signs you out here first, then brings you back to this page.',
    ask: 'Is {{email}} the right address? Ask {{inviter}} to invite it instead.',
    message:
      'Hello {{inviter}}, your invitation to {{account}} went to {{invited}}. Could you send it to {{email}} instead?',
    later: 'Leave it for later',
  },
  member: {
    title: 'You are already on the team',
    body: 'You work for {{account}} already, so there is nothing to accept.',
    open: 'Open {{account}}',
  },
  ends: {
    missing: {
      title: 'There is no invitation here',
      body: 'Open the link in your invitation’s mail again. If you copied it, copy all of it: the part after # matters most.',
    },
    invitation_unknown: {
      title: 'This link does not open an invitation',
      body: 'Part of it may be missing, or a newer invitation has replaced it. Open the link in the newest mail.',
    },
    invitation_accepted: {
      title: 'This invitation has been accepted',
      body: 'If it was you, everything is done: sign in, and you will find the shop in your account menu.',
    },
    invitation_declined: {
      title: 'This invitation has been declined',
      body: 'If you have changed your mind, ask for a new one.',
    },
    invitation_cancelled: {
      title: 'This invitation has been withdrawn',
      body: 'The team has cancelled it, so it can no longer be accepted. If that surprises you, ask.',
    },
    invitation_expired: {
      title: 'This invitation has expired',
      body: 'Invitations stay open for 7 days. Ask for it to be renewed: that takes one click, and brings you a new mail.',
    },
    lost: {
      title: 'We could not open the invitation',
      body: 'It is safe. Check your connection, then try again.',
    },
  },
  next: {
    retry: 'Try again',
    copy: 'Copy a message to send',
    copied: 'Copied',
    again: 'Hello, my invitation link for Stagedoor no longer works. Could you send me a new one?',
    againTo: 'Hello {{inviter}}, my invitation to {{account}} no longer works. Could you send me a new one?',
    dashboard: 'Go to your shops',
    signIn: 'Sign in',
    help: 'How invitations work',
    about: 'It was for {{account}}.',
    aboutBy: 'It came from {{inviter}}, for {{account}}.',
  },
} as const
