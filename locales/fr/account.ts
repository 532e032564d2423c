import type { account as english } from '../en/account.ts'
import type { TranslationOf } from '../translation.ts'

export const account: TranslationOf<typeof english> = {
  title: 'Compte',
  leadOwner: 'Le nom du compte et son nom d’utilisateur, et ta propre connexion.',
  leadMember: 'Ta propre connexion, et ce que seul le Propriétaire de {{account}} peut changer.',
  owner: {
    title: 'Le Propriétaire seul',
    text: '{{owner}} est la seule personne qui peut changer le nom, le nom d’utilisateur et le mot de passe de ce compte, ou le supprimer. Aucun autre rôle n’y a accès.',
  },
  transfer: {
    title: 'Transférer le compte',
    text: 'Le rôle de Propriétaire est lié au compte et ne se donne pas. Pour transférer le compte, écris à {{email}}.',
    noEmail:
      'Le rôle de Propriétaire est lié au compte et ne se donne pas. Pour transférer le compte, écris à la personne qui gère ce serveur.',
  },
  profile: {
    title: 'Nom et nom d’utilisateur',
    name: 'Nom du compte',
    username: 'Nom d’utilisateur',
    usernameHint:
      'De 3 à 30 lettres a–z, chiffres, points, tirets ou tirets bas ; commence par une lettre ou un chiffre.',
    warning:
      'Après un changement, @{{username}} te reste réservé 30 jours et mène au nouveau nom. Ensuite, quelqu’un d’autre peut le prendre.',
    saved: 'Le compte est enregistré',
  },
  you: {
    title: 'Toi',
    name: 'Ton nom',
    nameHint: 'Les équipes avec lesquelles tu travailles le voient.',
    email: 'E-mail',
    saved: 'Ton nom est enregistré',
  },
  password: {
    title: 'Mot de passe',
    text: 'Il n’est qu’à toi. Le changer met fin à tes autres sessions.',
    current: 'Mot de passe actuel',
    new: 'Nouveau mot de passe',
    hint: 'De 10 à 128 caractères. Quelques mots faciles à retenir sont ce qu’il y a de mieux.',
    tooShort: 'Il faut au moins 10 caractères',
    missing: 'Saisis ton mot de passe actuel',
    save: 'Changer le mot de passe',
    saved: 'Ton mot de passe est changé',
    savedMore: 'Tes autres sessions ont pris fin.',
  },
  twoFactor: {
    title: 'Connexion en deux étapes',
    on: 'Activée',
    off: 'Désactivée',
    text: 'En plus de ton mot de passe, la connexion demande un code donné par une application de ton téléphone. Une personne qui apprend ton mot de passe ne peut toujours pas se connecter.',
    enable: 'Activer',
    disable: 'Désactiver',
    password: 'Ton mot de passe',
    next: 'Continuer',
    enableTitle: 'Activer la connexion en deux étapes',
    disableTitle: 'Désactiver la connexion en deux étapes ?',
    disableText: 'Ton mot de passe suffira alors pour se connecter.',
    scan: 'Scanne ceci avec ton application d’authentification, ou tapes-y la clé.',
    qr: 'Code QR pour ton application d’authentification',
    key: 'Clé',
    code: 'Code affiché par l’application',
    codes: 'Garde ces codes de secours en lieu sûr. Chacun marche une fois, si tu n’as pas ton téléphone.',
    download: 'Télécharger',
    done: 'Je les ai gardés',
    isOn: 'La connexion en deux étapes est activée',
    isOff: 'La connexion en deux étapes est désactivée',
  },
  delete: {
    title: 'Supprimer le compte',
    text: 'Le compte ferme aussitôt pour toute l’équipe. Pendant 30 jours tu peux revenir en arrière ; ensuite il est effacé pour de bon : profil, produits, livestreams, membres et textes des messages. Les commandes et le grand livre restent, sans son nom.',
    open: 'Supprimer le compte',
    blocked: {
      orders: 'Voir les commandes',
      purchases: 'Voir les achats',
      payouts: 'Voir les versements',
    },
    dialog: 'Supprimer {{account}} ?',
    confirm: 'Supprimer le compte',
  },
  closing: {
    title: '{{account}} est en cours de suppression',
    text: 'Il sera effacé le {{day}}. D’ici là, tu peux revenir en arrière et tout sera comme avant. Pour les autres, il n’existe plus.',
    undo: 'Annuler la suppression',
    restored: '{{account}} est de retour',
  },
}
