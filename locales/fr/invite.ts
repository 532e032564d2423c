import type { invite as english } from '../en/invite.ts'
import type { TranslationOf } from '../translation.ts'

export const invite: TranslationOf<typeof english> = {
  title: 'Ton invitation',
  heading: 'Rejoindre {{account}}',
  by: '{{inviter}} t’invite dans l’équipe de <strong>{{account}}</strong> en tant que <strong>{{role}}</strong>.',
  openUntil: 'L’invitation est ouverte jusqu’au {{when}}.',
  accessUntil: 'Ton accès prendrait fin le {{when}}.',
  can: 'Tu pourras',
  cannot: 'Tu ne pourras pas',
  leave: 'Tu gardes ton propre identifiant, et tu peux quitter l’équipe à tout moment.',
  opening: 'Ouverture de ton invitation',
  who: {
    question: 'Comment veux-tu continuer ?',
    fresh: 'Créer un identifiant',
    known: 'J’ai un identifiant',
    forAddress: 'L’invitation est pour {{email}}.',
    usernameHint: 'Avec ton identifiant, tu as aussi ta propre boutique. Voici son adresse.',
    submit: 'Créer mon identifiant et continuer',
    notYet: 'Rien n’est encore accepté : tu décideras une fois la session ouverte.',
    maybeKnown:
      'Cette adresse semble déjà avoir un identifiant. Connecte-toi avec son mot de passe, ou choisis-en un nouveau.',
  },
  answer: {
    signedIn: 'Session ouverte : {{name}}, {{email}}.',
    accept: 'Accepter et rejoindre',
    decline: 'Refuser',
    declineTitle: 'Refuser cette invitation ?',
    declineBody:
      '{{inviter}} en sera prévenu par e-mail. Le lien cessera de fonctionner ; si tu changes d’avis, {{inviter}} pourra t’inviter à nouveau.',
    keep: 'La garder ouverte',
    declineSure: 'Refuser l’invitation',
    declined: 'Tu as refusé l’invitation',
    declinedBody: 'Nous avons prévenu {{inviter}}. Rien d’autre n’a changé.',
    welcome: 'Bienvenue chez {{account}}',
    welcomeBody: 'Tu fais partie de l’équipe en tant que {{role}}.',
  },
  other: {
    title: 'Cette invitation est pour quelqu’un d’autre',
    body: 'La session ouverte est celle de {{name}} ({{email}}). L’invitation est pour {{invited}}. Elle reste ouverte.',
    switch: 'Se connecter avec cette adresse',
    switchHint: 'Te déconnecte d’abord ici, puis te ramène à cette page.',
    ask: 'Ta bonne adresse est {{email}} ? Demande à {{inviter}} d’inviter celle-là.',
    message:
      'Bonjour {{inviter}}, ton invitation pour {{account}} est partie à {{invited}}. Peux-tu plutôt l’envoyer à {{email}} ?',
    later: 'Laisser pour plus tard',
  },
  member: {
    title: 'Tu fais déjà partie de l’équipe',
    body: 'Tu travailles déjà pour {{account}} : il n’y a rien à accepter.',
    open: 'Ouvrir {{account}}',
  },
  ends: {
    missing: {
      title: 'Il n’y a pas d’invitation ici',
      body: 'Ouvre à nouveau le lien de l’e-mail d’invitation. Si tu l’as copié, copie-le en entier : la partie après # est la plus importante.',
    },
    invitation_unknown: {
      title: 'Ce lien n’ouvre aucune invitation',
      body: 'Il en manque peut-être une partie, ou une invitation plus récente l’a remplacé. Cherche l’e-mail le plus récent et suis son lien.',
    },
    invitation_accepted: {
      title: 'Cette invitation a été acceptée',
      body: 'Si c’était toi, tout est fait : connecte-toi, et tu trouveras la boutique dans ton menu des comptes.',
    },
    invitation_declined: {
      title: 'Cette invitation a été refusée',
      body: 'Si tu as changé d’avis, demandes-en une nouvelle.',
    },
    invitation_cancelled: {
      title: 'Cette invitation a été retirée',
      body: 'L’équipe l’a annulée : elle ne peut plus être acceptée. Si cela t’étonne, pose la question.',
    },
    invitation_expired: {
      title: 'Cette invitation a expiré',
      body: 'Une invitation reste ouverte 7 jours. Demande qu’on la renouvelle : il suffit d’un clic, et tu recevras un nouvel e-mail.',
    },
    lost: {
      title: 'Nous n’avons pas pu ouvrir l’invitation',
      body: 'Elle n’est pas perdue. Vérifie ta connexion, puis réessaie.',
    },
  },
  next: {
    retry: 'Réessayer',
    copy: 'Copier un message à envoyer',
    copied: 'Copié',
    again:
      'Bonjour, mon lien d’invitation pour Stagedoor ne fonctionne plus. Peux-tu m’en envoyer un nouveau ?',
    againTo:
      'Bonjour {{inviter}}, mon invitation pour {{account}} ne fonctionne plus. Peux-tu m’en envoyer une nouvelle ?',
    dashboard: 'Aller à tes boutiques',
    signIn: 'Se connecter',
    help: 'Comment marchent les invitations',
    about: 'Elle était pour {{account}}.',
    aboutBy: 'Elle venait de {{inviter}}, pour {{account}}.',
  },
}
