import type { dashboard as english } from '../en/dashboard.ts'
import type { Same } from '../same.ts'

export const dashboard: Same<typeof english> = {
  title: 'Accueil',
  greeting: 'Bonjour, {{name}}',
  now: 'Ce qui t’attend maintenant',
  nothing: 'Rien ne t’attend pour le moment.',
  request: '{{buyer}} demande l’annulation de la commande {{code}} ({{total}})',
  toShip_one: 'Une commande est à expédier',
  toShip_other: '{{count}} commandes sont à expédier',
  toShipMore: 'Plus de {{count}} commandes sont à expédier',
  soldOut_one: 'Un produit est épuisé',
  soldOut_other: '{{count}} produits sont épuisés',
  low_one: '« {{title}} » est bientôt épuisé : il en reste {{quantity}}',
  low_other: '{{count}} produits sont bientôt épuisés',
  expired_one: 'Une invitation a expiré sans réponse',
  expired_other: '{{count}} invitations ont expiré sans réponse',
  undelivered_one: 'Une invitation n’a pas pu être remise',
  undelivered_other: '{{count}} invitations n’ont pas pu être remises',
  pending_one: 'Une invitation attend une réponse',
  pending_other: '{{count}} invitations attendent une réponse',
  steps: 'Premiers pas',
  step: {
    product: 'Ajoute ton premier produit',
    productText: 'Avec son prix et la quantité.',
    invite: 'Invite une personne qui t’aide',
    inviteText: 'Elle se connecte avec son propre compte, avec le rôle que tu lui donnes.',
    twoFactor: 'Protège ta connexion avec une seconde étape',
    twoFactorText: 'Un code de ton téléphone, en plus de ton mot de passe.',
  },
}
