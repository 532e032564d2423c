import type { landing as english } from '../en/landing.ts'
import type { TranslationOf } from '../translation.ts'

export const landing: TranslationOf<typeof english> = {
  title: 'Fais tourner ta boutique en équipe',
  lead: 'Stagedoor accueille celles et ceux qui vendent en live, et les personnes qui les aident. Chacun a son propre identifiant, un rôle adapté à son travail, et personne ne partage de mot de passe.',
  signUp: 'Créer mon identifiant',
  signIn: 'Se connecter',
  dashboard: 'Aller à tes boutiques',
  shows: 'Regarder des livestreams',
  help: 'Comment marchent les autorisations',
  roles: 'Qui peut faire quoi ?',
  choose: 'Rôle',
  points: {
    own: {
      title: 'Un identifiant par personne',
      body: 'Invite par e-mail. Le mot de passe de la boutique reste à son propriétaire.',
    },
    role: {
      title: 'Un rôle par type de travail',
      body: 'Change-le à tout moment. Il s’applique dès le clic suivant.',
    },
    out: {
      title: 'Dehors, c’est dehors',
      body: 'Supprime un accès : il prend fin aussitôt, sur tous les appareils.',
    },
  },
  open: 'Open source. Il tourne sur ton propre serveur, et ce que fait ton équipe est consigné pour toi.',
}
