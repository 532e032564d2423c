import type { identity as english } from '../en/identity.ts'
import type { TranslationOf } from '../translation.ts'

export const identity: TranslationOf<typeof english> = {
  fields: {
    name: 'Nom',
    nameHint: 'Le nom que verra ton équipe.',
    email: 'E-mail',
    password: 'Mot de passe',
    passwordHint: 'Au moins 10 caractères. Quelques mots à la suite conviennent très bien.',
    newPassword: 'Nouveau mot de passe',
    username: 'Nom d’utilisateur',
    usernameHint: 'L’adresse de ta propre boutique. Lettres, chiffres, points, traits d’union et tirets bas.',
    showPassword: 'Afficher ou masquer le mot de passe',
  },
  checks: {
    name: 'Saisis ton nom.',
    email: 'Cette adresse n’est pas complète. Elle doit ressembler à nom@exemple.fr.',
    password: 'Saisis ton mot de passe.',
    passwordLength: 'Choisis de 10 à 128 caractères.',
    usernameStart: 'Commence par une lettre ou un chiffre.',
    usernameCharacters:
      'N’utilise que les lettres a à z sans accent, des chiffres, des points, des traits d’union et des tirets bas.',
    usernameLength: 'Choisis de 3 à 30 caractères.',
    code: 'Saisis les 6 chiffres affichés par ton application.',
    backupCode: 'Saisis l’un de tes codes de secours.',
  },
  signUp: {
    title: 'Crée ton identifiant',
    intro:
      'Un identifiant rien que pour toi. Il te donne ta propre boutique, et te permet de rejoindre d’autres équipes.',
    submit: 'Créer mon identifiant',
    already: 'Tu as déjà un identifiant ?',
  },
  check: {
    title: 'Consulte tes e-mails',
    sent: 'Nous avons écrit à <strong>{{email}}</strong>. Suis le lien de cet e-mail pour confirmer que l’adresse est à toi, puis connecte-toi.',
    nothing:
      'Rien après quelques minutes ? Regarde dans les courriers indésirables. Si tu as déjà un identifiant avec cette adresse, connecte-toi simplement, ou choisis un nouveau mot de passe.',
    resend: 'Renvoyer',
    resendIn: 'Tu pourras le renvoyer dans {{seconds}} s.',
    resent: 'Nous l’avons renvoyé. Seul le lien le plus récent compte.',
    change: 'Utiliser une autre adresse',
    invitation:
      'Ton invitation reste ouverte : dès ta connexion dans ce navigateur, nous te la montrerons à nouveau.',
  },
  signIn: {
    title: 'Connexion',
    submit: 'Se connecter',
    forgot: 'Mot de passe oublié ?',
    none: 'Pas encore d’identifiant ?',
    create: 'En créer un',
    confirmed: 'Ton adresse est confirmée. Connecte-toi pour continuer.',
    deadLink:
      'Ce lien de confirmation a expiré ou a été remplacé par un plus récent. Connecte-toi, et nous t’en proposerons un nouveau.',
    changed: 'Ton nouveau mot de passe est enregistré. Connecte-toi avec lui.',
    unproven: 'Tu viens de t’inscrire ? Suis d’abord le lien de l’e-mail envoyé à {{email}}.',
    resend: 'Renvoyer la confirmation',
    invitation: 'Connecte-toi, et nous te ramènerons à ton invitation.',
    ended: 'Connecte-toi pour continuer. Tu reviendras là où tu étais.',
  },
  forgot: {
    title: 'Choisis un nouveau mot de passe',
    intro:
      'Indique l’adresse avec laquelle tu te connectes. Nous t’envoyons un lien pour choisir un nouveau mot de passe.',
    submit: 'Envoyer le lien',
    sentTitle: 'Consulte tes e-mails',
    sent: 'S’il existe un identifiant avec <strong>{{email}}</strong>, un e-mail contenant un lien est en route. Le lien ne sert qu’une fois.',
    back: 'Revenir à la connexion',
  },
  reset: {
    title: 'Choisis un nouveau mot de passe',
    intro: 'Ensuite, chaque navigateur connecté avec l’ancien devra se reconnecter.',
    submit: 'Enregistrer le mot de passe',
    deadTitle: 'Ce lien ne fonctionne plus',
    dead: 'Il a déjà servi, a expiré ou n’est pas complet. Ton mot de passe n’a pas changé.',
    renew: 'Recevoir un nouveau lien',
  },
  twoFactor: {
    title: 'Encore une étape',
    app: 'Ouvre ton application d’authentification et saisis le code qu’elle affiche pour Stagedoor.',
    backup:
      'Saisis l’un des codes de secours que tu as gardés en activant la connexion en deux étapes. Chacun ne sert qu’une fois.',
    code: 'Code',
    backupCode: 'Code de secours',
    submit: 'Se connecter',
    useBackup: 'Utiliser un code de secours',
    useApp: 'Utiliser le code de l’application',
    restart: 'Recommencer',
  },
}
