import type { correspondence as english } from '../en/correspondence.ts'
import type { Same } from '../same.ts'

export const correspondence: Same<typeof english> = {
  title: 'Messages',
  lead: 'Ce que {{account}} et les boutiques s’écrivent. Ce que les clients écrivent à {{account}} est sous Messages.',
  leadOnly: 'Ce que {{account}} et les boutiques s’écrivent.',
  list: 'Conversations avec des boutiques',
  goneShop: 'Une boutique disparue',
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
  about: 'De quoi il s’agit',
  withoutAbout: 'Ne pas en parler',
  new: {
    title: 'Écrire à {{shop}}',
    titleComing: 'Écrire à une boutique',
    message: 'Ton message',
    hint: 'Des photos peuvent suivre une fois la conversation commencée.',
    send: 'Envoyer',
    missing: 'Écris d’abord quelque chose.',
    own: 'C’est la boutique de {{account}} même. Change de compte pour lui écrire.',
    gone: 'Il n’y a plus de boutique à cette adresse.',
  },
  thread: {
    closed: 'Cette boutique a disparu. Tu peux lire ce qui a été écrit jusqu’à ce que ce soit effacé.',
    shop: 'Aller à la boutique',
    hint: 'Écris à {{shop}}',
    field: 'Ton message à {{shop}}',
    label: 'Conversation avec {{shop}}',
  },
}
