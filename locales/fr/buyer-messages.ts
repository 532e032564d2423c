import type { buyerMessages as english } from '../en/buyer-messages.ts'
import type { TranslationOf } from '../translation.ts'

export const buyerMessages: TranslationOf<typeof english> = {
  title: 'Messages',
  lead: 'Les conversations entre {{account}} et des boutiques. Les messages des clients de {{account}} sont dans Messages.',
  leadOnly: 'Les conversations entre {{account}} et des boutiques.',
  list: 'Conversations avec des boutiques',
  goneShop: 'Une boutique qui n’existe plus',
  unread: 'Nouveau',
  photo: 'Une photo',
  you: 'Toi : {{text}}',
  empty: {
    title: 'Aucune conversation avec une boutique',
    text: 'Pose une question à une boutique sur un produit, un livestream ou une commande : leurs pages ont un bouton « Écrire à la boutique ».',
  },
  write: 'Écrire à la boutique',
  writeAs: 'Écrire en tant que',
  missing: {
    title: 'Aucun de tes rôles ne permet d’écrire aux boutiques',
    text: 'Pour écrire aux boutiques, il faut « {{permission}} » : {{can}}. Le Propriétaire ou un Administrateur d’un compte peut te donner un rôle qui le comprend.',
  },
  as: 'Tu écris en tant que <strong>{{account}}</strong>.',
  about: 'Sujet',
  withoutAbout: 'Retirer le sujet',
  new: {
    title: 'Écrire à {{shop}}',
    titleComing: 'Écrire à une boutique',
    message: 'Ton message',
    hint: 'Tu pourras envoyer des photos une fois la conversation commencée.',
    send: 'Envoyer',
    missing: 'Écris d’abord quelque chose.',
    own: 'C’est la propre boutique de {{account}}. Change de compte pour lui écrire.',
    gone: 'Il n’y a plus de boutique à cette adresse.',
  },
  thread: {
    closed: 'Cette boutique a fermé. Tu peux lire les messages jusqu’à leur effacement.',
    shop: 'Aller à la boutique',
    hint: 'Écris à {{shop}}',
    field: 'Ton message à {{shop}}',
    label: 'Conversation avec {{shop}}',
  },
}
