/** Mails: a subject, paragraphs, and at most one button with its label. */
export const mails = {
  footer: 'Stagedoor sent you this mail because of an action that concerns your address.',
  link: 'If the button does not work, open this address:',
  confirm: {
    subject: 'Confirm your e-mail address',
    text: 'Hello {{name}},\n\none click confirms that this address is yours and opens your account on Stagedoor. The link works for 24 hours.\n\nIf you did not sign up, you can ignore this mail: without the click there is no account.',
    action: 'Confirm address',
  },
  signed_up_again: {
    subject: 'You already have a sign-in',
    text: 'Hello {{name}},\n\nsomebody, probably you, tried to sign up on Stagedoor with this address. This address already has a sign-in. If you forgot the password, you can choose a new one.\n\nIf that was not you, there is nothing to do: nothing was changed.',
    action: 'Sign in',
  },
  reset: {
    subject: 'Choose a new password',
    text: 'Hello {{name}},\n\nthe button leads to a page where you can choose a new password. It works once, within one hour. Choosing a new password ends all your sessions.\n\nIf you did not ask for this, you can ignore this mail: your password stays as it is.',
    action: 'Choose a new password',
  },
  password_changed: {
    subject: 'Your password was changed',
    text: 'Hello {{name}},\n\nyour Stagedoor password has just been changed, and your other sessions have ended.\n\nIf that was not you, choose a new password at once.',
    action: 'Choose a new password',
  },
  new_sign_in: {
    subject: 'New sign-in: {{device}}',
    text: 'Hello {{name}},\n\nsomebody signed in as you from a device that we have not seen before: {{device}}, address {{ip}}.\n\nIf that was you, there is nothing to do. If not, end that session and choose a new password.',
    action: 'See where you’re signed in',
  },
  invitation: {
    subject: '{{inviter}} invites you to {{account}}',
    text: 'Hello,\n\n{{inviter}} invites you to join the team of {{account}} on Stagedoor as {{role}}. {{purpose}}\n\nYou sign in as yourself, with a password of your own. The link works until {{until}}, and only for {{email}}.\n\nIf you do not know {{inviter}}, you can ignore this mail or decline.',
    action: 'See the invitation',
  },
  accepted: {
    subject: '{{name}} has joined {{account}}',
    text: 'Hello,\n\n{{name}} ({{email}}) accepted your invitation and is now {{role}} on {{account}}.',
    action: 'See the team',
  },
  declined: {
    subject: '{{email}} declined your invitation',
    text: 'Hello,\n\n{{email}} declined your invitation to join {{account}} as {{role}}.',
    action: 'See the team',
  },
  access_asked: {
    subject: '{{name}} asks for more access to {{account}}',
    text: 'Hello,\n\n{{name}} is {{role}} on {{account}} and asks for “{{permission}}”: to {{can}}. If you agree, give them a role that includes it.',
    action: 'See the team',
  },
  access_changed: {
    subject: 'Your role on {{account}} is now {{role}}',
    text: 'Hello {{name}},\n\n{{actor}} changed your role on {{account}} from {{before}} to {{role}}. The change applies from now on.',
    action: 'Go to {{account}}',
  },
  access_until: {
    subject: 'Your access to {{account}} has a new end date',
    text: 'Hello {{name}},\n\n{{actor}} set your access to {{account}} to end on {{until}}.',
    action: 'Go to {{account}}',
  },
  access_unlimited: {
    subject: 'Your access to {{account}} no longer ends',
    text: 'Hello {{name}},\n\n{{actor}} removed the end date of your access to {{account}}.',
    action: 'Go to {{account}}',
  },
  access_removed: {
    subject: 'Your access to {{account}} was removed',
    text: 'Hello {{name}},\n\n{{actor}} removed your access to {{account}}. Your own sign-in and your other accounts stay as they are.',
    action: 'Go to your accounts',
  },
  access_ended: {
    subject: 'Your access to {{account}} has ended',
    text: 'Hello {{name}},\n\nyour access to {{account}} ended on the date that was agreed. Your own sign-in and your other accounts stay as they are.',
    action: 'Go to your accounts',
  },
  payout_details_changed: {
    subject: 'Payouts of {{account}} go to another bank account',
    text: 'Hello {{name}},\n\nthe bank account that payouts of {{account}} go to has just been changed, with your password.\n\nIf that was not you, choose a new password at once and check the bank account.',
    action: 'See where payouts go',
  },
  payout_details_removed: {
    subject: 'The bank account of {{account}} was removed',
    text: 'Hello {{name}},\n\nthe bank account that payouts of {{account}} went to has just been removed, with your password. Nothing can be paid out until you enter another one.\n\nIf that was not you, choose a new password at once.',
    action: 'See where payouts go',
  },
  closing: {
    subject: '{{account}} will be deleted on {{until}}',
    text: 'Hello {{name}},\n\nyou asked for {{account}} to be deleted. Its team has lost access. Until {{until}} you can undo this; then it is erased for good.',
    action: 'Undo the deletion',
  },
  order_paid: {
    subject: 'Your order {{code}} from {{shop}}',
    text: 'Hello {{name}},\n\nyour order {{code}} from {{shop}} for {{account}} is paid, with {{method}}.\n\n{{items}}\n\nItems: {{itemsTotal}}\nShipping: {{shipping}}\nTotal: {{total}}\n\nIt will be sent to {{address}}.',
    action: 'See the purchase',
  },
  order_paid_by: {
    subject: '{{person}} bought from {{shop}} for {{account}}: order {{code}}',
    text: 'Hello {{name}},\n\n{{person}} bought from {{shop}} for {{account}}. Order {{code}} is paid, with {{method}}.\n\n{{items}}\n\nItems: {{itemsTotal}}\nShipping: {{shipping}}\nTotal: {{total}}\n\nIt will be sent to {{address}}.',
    action: 'See the purchase',
  },
  show_began: {
    subject: '{{shop}} is live: {{show}}',
    text: 'Hello {{name}},\n\n“{{show}}” by {{shop}} has begun. You bookmarked it, so we are letting you know.',
    action: 'Watch the show',
  },
  refunded: {
    subject: '{{shop}} refunded {{amount}} of order {{code}}',
    text: 'Hello {{name}},\n\n{{shop}} refunded {{amount}} of order {{code}}, for which {{account}} paid {{total}}. The money goes back to {{method}}; your bank may take some days to show it.',
    action: 'See the purchase',
  },
  waiting_messages: {
    subject: '{{buyer}} is waiting for an answer from {{account}}',
    text: 'Hello {{name}},\n\n{{buyer}} wrote to {{account}} some minutes ago, and nobody on the team has read it yet.\n\nIn your settings, you can choose which mails you get.',
    action: 'Read and answer',
  },
  waiting_replies: {
    subject: '{{shop}} answered {{account}}',
    text: 'Hello {{name}},\n\n{{shop}} has answered {{account}}, and nobody has read the answer yet.\n\nIn your settings, you can choose which mails you get.',
    action: 'Read the answer',
  },
  waiting_cancellations: {
    subject: '{{buyer}} asks to cancel order {{code}}',
    text: 'Hello {{name}},\n\n{{buyer}} asked {{account}} to cancel order {{code}}, and is waiting for an answer. Without one within 48 hours of the request, the sale stands.\n\nIn your settings, you can choose which mails you get.',
    action: 'See the request',
  },
} as const
