import type { errors as english } from '../en/errors.ts'
import type { Same } from '../same.ts'

export const errors: Same<typeof english> = {
  sign_in_required: 'Connecte-toi pour continuer.',
  not_found: 'Il n’y a rien ici, ou rien que tu puisses voir.',
  forbidden: 'Seules les personnes ayant « {{permission}} » peuvent {{can}}. Demande à {{names}}.',
  owner_only: 'Seul le Propriétaire peut {{can}}. Demande à {{names}}.',
  ask_the_owner: 'au Propriétaire',
  account_closing:
    'Ce compte est en cours de suppression. Tu peux revenir en arrière jusqu’au {{until}} ; rien d’autre n’est possible d’ici là.',
  origin_refused: 'Cette demande venait d’un autre site et a été refusée.',
  malformed: 'La demande est illisible. Vérifie que c’est du JSON valide.',
  unsupported: 'Envoie ceci en JSON.',
  too_large: 'C’est trop à la fois.',
  invalid: 'Certaines valeurs ne conviennent pas. Vérifie les champs signalés.',
  rate_limited: 'C’était trop souvent. Réessaie dans {{minutes}} min.',
  wrong_password: 'Ce n’est pas ton mot de passe.',
  proof_required: 'Saisis ton mot de passe pour continuer.',
  internal: 'Une erreur est survenue de notre côté, rien n’a été changé. Réessaie.',
  unavailable:
    'Le service ne peut pas répondre pour l’instant, rien n’a été changé. Réessaie dans un moment.',
  owner_stays:
    'Le rôle et l’accès du Propriétaire ne peuvent pas être changés. L’exploitant de la plateforme peut transférer le compte.',
  access_ended: 'Ton accès à ce compte a pris fin.',
  invitation_unknown:
    'Ce lien ne fonctionne pas. Il est peut-être incomplet, ou un plus récent a été envoyé. Demande une nouvelle invitation.',
  invitation_accepted: 'Cette invitation a déjà été utilisée.',
  invitation_declined: 'Cette invitation a été refusée. Demandes-en une nouvelle si tu as changé d’avis.',
  invitation_cancelled:
    'Cette invitation a été annulée. Si tu penses que c’est une erreur, demande à la personne qui t’a invité.',
  invitation_expired: 'Cette invitation a expiré. Demande à la personne qui t’a invité de la renouveler.',
  invitation_for_another:
    'Cette invitation est pour {{email}}. Connecte-toi avec cette adresse, ou demandes-en une pour la tienne.',
  invitation_settled: 'Cette invitation n’est plus en attente : elle a été {{outcome}}.',
  outcome: {
    accepted: 'acceptée',
    declined: 'refusée',
    cancelled: 'annulée',
    expired: 'remplacée par une plus récente',
  },
  resent_too_often:
    'Cette invitation a été envoyée {{count}} fois en une heure. Réessaie dans {{minutes}} min.',
  username_taken: 'Ce nom d’utilisateur est pris. Choisis-en un autre.',
  invalid_email_or_password:
    'Cette adresse et ce mot de passe ne vont pas ensemble, ou l’adresse n’est pas encore confirmée.',
  link_dead: 'Ce lien ne fonctionne plus. Demandes-en un nouveau.',
  wrong_code: 'Ce code n’est pas le bon. Essaie le suivant.',
  not_closing: 'Ce compte n’est pas en cours de suppression.',
  stock_too_low: 'Il n’y en a pas autant en stock. Vérifie la quantité.',
  stock_too_high: 'C’est plus que ce qui se compte ici. Vérifie la quantité.',
  archived: 'Ce produit est archivé. Restaure-le pour le modifier.',
  auth_failed: 'Cela n’a pas fonctionné. Vérifie ta saisie et réessaie.',
  fields: {
    required: 'Ce champ est nécessaire.',
    unknown: 'Ce champ n’existe pas.',
    too_short: 'Au moins {{minimum}} caractères.',
    too_long: 'Au plus {{maximum}} caractères.',
    too_small: 'Au moins {{minimum}}.',
    too_big: 'Au plus {{maximum}}.',
    too_few: 'Au moins {{minimum}}.',
    too_many: 'Au plus {{maximum}} à la fois.',
    choice: 'Au choix : {{values}}.',
    email: 'Ce n’est pas une adresse e-mail.',
    date: 'Cette date ne peut pas être utilisée ici.',
    past: 'Ce doit être dans le futur.',
    characters: 'Il y a des caractères invisibles. Saisis-le à nouveau.',
    username:
      '3 à 30 caractères parmi a à z, 0 à 9, point, tiret et tiret bas, en commençant par une lettre ou un chiffre.',
    taken: 'Ce nom d’utilisateur est pris. Choisis-en un autre.',
    reserved: 'Ce nom d’utilisateur ne peut pas être utilisé. Choisis-en un autre.',
    type: 'Ce n’est pas du bon type.',
    format: 'Ce n’est pas de la bonne forme.',
  },
}
