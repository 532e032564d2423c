import type { shell as english } from '../en/shell.ts'
import type { Same } from '../same.ts'

export const shell: Same<typeof english> = {
  name: 'Stagedoor',
  skip: 'Aller au contenu',
  language: 'Langue',
  scheme: { label: 'Thème', light: 'Clair', dark: 'Sombre', auto: 'Comme mon appareil' },
  nav: { label: 'Pages', home: 'Accueil', inventory: 'Inventaire', settings: 'Réglages' },
  settings: {
    title: 'Réglages',
    label: 'Pages des réglages',
    team: 'Équipe',
    account: 'Compte',
    sessions: 'Sessions',
    activity: 'Activité',
  },
  switcher: {
    label: 'Changer de compte',
    yours: 'Tes comptes',
  },
  acting: {
    owner: 'Tu agis pour <strong>{{account}}</strong> en tant que <strong>Propriétaire</strong>',
    admin: 'Tu agis pour <strong>{{account}}</strong> en tant qu’<strong>Administrateur</strong>',
    seller: 'Tu agis pour <strong>{{account}}</strong> en tant que <strong>Vendeur</strong>',
    support: 'Tu agis pour <strong>{{account}}</strong> en tant qu’<strong>Assistance</strong>',
  },
  person: {
    label: 'Toi : {{name}}',
    account: 'Réglages du compte',
    sessions: 'Tes sessions ouvertes',
    help: 'Autorisations pour l’équipe : aide',
    signOut: 'Se déconnecter',
  },
  search: {
    open: 'Rechercher',
    placeholder: 'Chercher des pages, des produits, des personnes',
    nothing: 'Rien trouvé. Essaie avec moins de lettres.',
    pages: 'Pages',
    products: 'Produits',
    people: 'Personnes de l’équipe',
  },
  live: {
    reconnecting: 'Reconnexion… Ce que tu vois peut dater de quelques secondes.',
    role: 'Ton rôle est maintenant {{role}}',
    roleMore: 'Les pages montrent maintenant ce que ce rôle peut faire.',
  },
  ended: {
    title: 'Ton accès à {{account}} a pris fin',
    text: 'Ce que tu fais ici n’atteint plus ce compte. Si cela te surprend, demande à son Propriétaire.',
    unknownTitle: 'Ce compte n’est pas ici',
    unknown: 'L’adresse est peut-être fausse, ou tu ne fais pas partie de l’équipe de ce compte.',
    others: 'Tes autres comptes',
    none: 'Tu n’as pas d’autre compte.',
    noneTitle: 'Tu n’as pas de compte ici',
    noneText: 'Tu ne fais partie d’aucune équipe pour le moment. Une invitation te fera revenir.',
  },
  missing: {
    title: 'Ton rôle ne comprend pas cette page',
    text: 'Il faut « {{permission}} » : {{can}}. Ici, ton rôle est {{role}}.',
    ask: 'Ces personnes peuvent te le donner : {{people}}.',
    askOwner: 'Cela revient au Propriétaire, {{people}}, et ne se donne pas.',
    request: 'Demander l’accès',
    requested: 'C’est demandé : {{people}} a reçu un message.',
    back: 'Retour à l’accueil',
  },
  notFound: {
    title: 'Cette page n’existe pas',
    text: 'L’adresse est peut-être mal tapée, ou ce qui était ici a été supprimé.',
    back: 'Au début',
  },
  broken: {
    title: 'Cette page n’a pas pu être affichée',
    text: 'Quelque chose a mal tourné chez nous. Recharge-la ; si cela recommence, préviens la personne qui gère ce serveur.',
    reload: 'Recharger',
  },
  problem: {
    title: 'Cela n’a pas marché',
    unreachable:
      'Le serveur est injoignable. Vérifie ta connexion et réessaie ; ce que tu as tapé est toujours là.',
    again: 'Réessayer',
  },
  form: {
    save: 'Enregistrer',
    saved: 'Enregistré',
    cancel: 'Annuler',
    close: 'Fermer',
    undo: 'Rétablir',
    more: 'Afficher plus',
    loading: 'Chargement',
    copy: 'Copier',
    copied: 'Copié',
  },
}
