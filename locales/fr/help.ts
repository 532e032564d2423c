import type { help as english } from '../en/help.ts'
import type { TranslationOf } from '../translation.ts'

export const help: TranslationOf<typeof english> = {
  title: 'Autorisations pour l’équipe',
  intro:
    'Fais-toi aider dans ta boutique sans donner ton mot de passe. Chaque personne se connecte avec son propre e-mail, et peut faire ce que son rôle permet : ni plus, ni moins.',
  onThisPage: 'Sur cette page',
  can: 'Peut',
  cannot: 'Ne peut pas',
  anyone:
    'Toute personne d’une équipe, quel que soit son rôle, peut voir qui en fait partie, voir la liste des livestreams, et la quitter. Seul le Propriétaire ne peut pas partir.',
  steps: {
    title: 'Comment ça marche',
    invite: {
      title: 'Tu invites',
      body: 'Ouvre Réglages, puis Équipe, et choisis Inviter. Ajoute une adresse ou colles-en plusieurs, donne un rôle à chacune et, si tu veux, une date de fin. Chaque personne reçoit un e-mail.',
    },
    accept: {
      title: 'On accepte',
      body: 'Le lien de l’e-mail montre qui invite, dans quelle boutique et dans quel rôle. La personne crée un identifiant ou utilise le sien, puis accepte. Une invitation reste ouverte 7 jours.',
    },
    work: {
      title: 'Vous travaillez ensemble',
      body: 'Chacun voit ce que son rôle permet d’utiliser. Les personnes qui aident plusieurs boutiques passent de l’une à l’autre dans le menu des comptes, et voient toujours pour quel compte elles agissent.',
    },
    adjust: {
      title: 'Tu ajustes',
      body: 'Changer un rôle, fixer une date de fin, supprimer un accès : l’effet est immédiat. Activité montre qui a fait quoi, et quand.',
    },
  },
  roles: { title: 'Les rôles' },
  matrix: {
    title: 'Toutes les autorisations en un coup d’œil',
    permission: 'Autorisation',
    yes: 'Oui',
    no: 'Non',
  },
  questions: {
    title: 'Questions fréquentes',
    change: {
      q: 'Puis-je changer un rôle plus tard ?',
      a: 'Oui, à tout moment. Dans Réglages, Équipe, choisis un autre rôle à côté du nom : avant de confirmer, tu vois ce que la personne gagne et ce qu’elle perd. Le nouveau rôle s’applique dès son clic suivant.',
    },
    remove: {
      q: 'Puis-je retirer quelqu’un, et en combien de temps ?',
      a: 'Oui, et aussitôt. Ouvre le menu … à côté du nom et choisis Supprimer l’accès. Dès que tu vois la confirmation, plus rien de ce que fait cette personne n’atteint ta boutique, dans aucun navigateur, et ses pages ouvertes se ferment. Tu pourras l’inviter à nouveau plus tard.',
    },
    admin: {
      q: 'Un Administrateur peut-il toucher à mes versements ou supprimer le compte ?',
      a: 'Non. Les détails de paiement, les moyens de paiement, le nom d’utilisateur et le mot de passe du compte, ainsi que sa suppression, n’appartiennent qu’au Propriétaire. Un Administrateur peut inviter, modifier et retirer des Administrateurs, des Vendeurs et des personnes de l’Assistance, jamais le Propriétaire.',
    },
    owner: {
      q: 'Le Propriétaire peut-il changer ?',
      a: 'Pas au moyen d’un rôle : le Propriétaire est la personne qui a créé le compte, et il n’y en a qu’un. Si une boutique change vraiment de mains, les personnes qui gèrent ce Stagedoor peuvent la transférer ; écris à leur adresse d’assistance. L’ancien Propriétaire devient alors Administrateur.',
    },
    keeps: {
      q: 'Que garde une personne après la suppression de son accès ?',
      a: 'Son propre identifiant, sa propre boutique et sa place dans d’autres équipes. De ta boutique, rien. Ce qu’elle a fait reste dans ton Activité, avec son nom.',
    },
    links: {
      q: 'Le lien d’une invitation a expiré ou ne fonctionne pas. Que faire ?',
      a: 'Un lien vaut 7 jours, une seule fois, et seul le plus récent compte. La personne à l’origine de l’invitation peut le renvoyer d’un clic depuis l’onglet En attente. Ouvrir un lien ne consomme rien : seul Accepter compte.',
    },
    address: {
      q: 'L’invitation est arrivée à une adresse que je n’utilise pas.',
      a: 'Une invitation est pour une seule adresse, afin que personne d’autre ne puisse la prendre. Connecte-toi avec cette adresse, ou demande une invitation pour l’autre. D’ici là, elle reste ouverte.',
    },
    share: {
      q: 'Plusieurs personnes peuvent-elles partager un identifiant ?',
      a: 'Mieux vaut éviter. Avec un identifiant chacun, tu vois qui a fait quoi, et tu peux retirer l’accès d’une personne sans déranger les autres. Cela ne coûte rien.',
    },
    several: {
      q: 'Puis-je travailler pour plusieurs boutiques ?',
      a: 'Oui. Tu as un seul identifiant, et un rôle dans chaque boutique. Le menu des comptes, en haut, les montre toutes.',
    },
  },
  more: { title: 'On commence ?', signUp: 'Créer mon identifiant', dashboard: 'Aller à mon équipe' },
}
