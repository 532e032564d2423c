/** Signing up and in, passwords, the second step. */
export const identity = {
  fields: {
    name: 'Name',
    nameHint: 'How your team will see you.',
    email: 'E-mail',
    password: 'Password',
    passwordHint: 'At least 10 characters. A few words in a row work well.',
    newPassword: 'New password',
    username: 'Username',
    usernameHint: 'The address of your own shop. Letters, digits, full stops, hyphens and underscores.',
    showPassword: 'Show or hide the password',
  },
  checks: {
    name: 'Write your name.',
    email: 'This address is not complete. It looks like name@example.com.',
    password: 'Write your password.',
    passwordLength: 'Use 10 to 128 characters.',
    usernameStart: 'Start with a letter or a digit.',
    usernameCharacters: 'Use only a to z without accents, digits, full stops, hyphens and underscores.',
    usernameLength: 'Use 3 to 30 characters.',
    code: 'Write the 6 digits that your app shows.',
    backupCode: 'Write one of your backup codes.',
  },
  signUp: {
    title: 'Create your sign-in',
    intro:
      'One sign-in for you alone. It comes with a shop of your own, and you can join other teams with it.',
    submit: 'Create sign-in',
    already: 'You have a sign-in?',
  },
  check: {
    title: 'Check your mail',
    sent: 'We have written to <strong>{{email}}</strong>. Follow the link in that mail to confirm that the address is yours, then sign in.',
    nothing:
      'Nothing there after a few minutes? Look among the unwanted mail. If you already have a sign-in with this address, just sign in, or choose a new password.',
    resend: 'Send it again',
    resendIn: 'You can send it again in {{seconds}} s.',
    resent: 'We have sent it again. Only the newest link counts.',
    change: 'Use another address',
    invitation: 'Your invitation stays open: as soon as you have signed in here, we show it to you again.',
  },
  signIn: {
    title: 'Sign in',
    submit: 'Sign in',
    forgot: 'Forgot your password?',
    none: 'No sign-in yet?',
    create: 'Create one',
    confirmed: 'Your address is confirmed. Sign in to go on.',
    deadLink:
      'This confirmation link has expired or has been replaced by a newer one. Sign in, and we offer you a new one.',
    changed: 'Your new password is set. Sign in with it.',
    unproven:
      'This address has not been confirmed yet. Follow the link in the mail that we sent to {{email}}.',
    resend: 'Send the confirmation again',
    invitation: 'Sign in, and we take you back to your invitation.',
    ended: 'Sign in to go on. You will come back to where you were.',
  },
  forgot: {
    title: 'Choose a new password',
    intro:
      'Tell us the address that you sign in with. We send you a link with which you can choose a new password.',
    submit: 'Send the link',
    sentTitle: 'Check your mail',
    sent: 'If there is a sign-in with <strong>{{email}}</strong>, a mail with a link is on its way. The link works once.',
    back: 'Back to sign in',
  },
  reset: {
    title: 'Choose a new password',
    intro: 'Afterwards, every browser that is signed in with the old one has to sign in again.',
    submit: 'Set the new password',
    deadTitle: 'This link no longer works',
    dead: 'It has been used, has expired or is not complete. Your password has not changed.',
    renew: 'Get a new link',
  },
  twoFactor: {
    title: 'One more step',
    app: 'Open your authenticator app and write the code that it shows for Stagedoor.',
    backup:
      'Write one of the backup codes that you kept when you switched the second step on. Each works once.',
    code: 'Code',
    backupCode: 'Backup code',
    submit: 'Sign in',
    useBackup: 'Use a backup code',
    useApp: 'Use the app’s code',
    restart: 'Start again',
  },
} as const
