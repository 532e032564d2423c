/**
 * THE MATRIX. An account has one Owner and any number of Admins, Sellers and Support members. This table alone decides
 * what each of them may do. The server's door, the dashboard, the help page, the documents and the tests all read it
 * from here. Source: product specification, part 2.
 */
export const roles = ['owner', 'admin', 'seller', 'support'] as const
export type Role = (typeof roles)[number]

/** The roles that can be given. There is exactly one Owner, so that role cannot be chosen. */
export const givenRoles = ['admin', 'seller', 'support'] as const
export type GivenRole = (typeof givenRoles)[number]

type Words = { readonly en: string; readonly fr: string }
type Rule = {
  readonly area: 'inventory' | 'shipping' | 'live' | 'customers' | 'team' | 'reports' | 'money' | 'owner'
  readonly roles: readonly Role[]
  /** The permission's name as the dashboard shows it. */
  readonly name: Words
  /** Completes "Only … can" / "Seul … peut": the sentence shown to a person who is refused. */
  readonly can: Words
}

const everyone = roles
const livestreamers = ['owner', 'admin', 'seller'] as const
const managers = ['owner', 'admin'] as const
const ownerAlone = ['owner'] as const

export const permissions = {
  'inventory.manage': {
    area: 'inventory',
    roles: everyone,
    name: { en: 'Inventory', fr: 'Inventaire' },
    can: { en: 'create products and manage inventory', fr: 'créer des produits et gérer l’inventaire' },
  },
  'orders.fulfill': {
    area: 'shipping',
    roles: everyone,
    name: { en: 'Shipping and fulfilment', fr: 'Livraison et exécution' },
    can: { en: 'ship and fulfil orders', fr: 'expédier et exécuter les commandes' },
  },
  'shows.manage': {
    area: 'live',
    roles: livestreamers,
    name: { en: 'Scheduling shows', fr: 'Programmation des livestreams' },
    can: { en: 'schedule and edit shows', fr: 'programmer et modifier les livestreams' },
  },
  'shows.host': {
    area: 'live',
    roles: livestreamers,
    name: { en: 'Going live', fr: 'Passage en live' },
    can: {
      en: 'go live, run auctions and end shows',
      fr: 'passer en live, mener les enchères et terminer les livestreams',
    },
  },
  'shows.chat': {
    area: 'live',
    roles: livestreamers,
    name: { en: 'Show chat', fr: 'Chat des livestreams' },
    can: {
      en: 'chat in the account’s shows as the account',
      fr: 'écrire au nom du compte dans le chat de ses livestreams',
    },
  },
  'cancellations.resolve': {
    area: 'live',
    roles: livestreamers,
    name: { en: 'Cancellation requests', fr: 'Demandes d’annulation' },
    can: {
      en: 'accept or decline cancellation requests',
      fr: 'accepter ou refuser les demandes d’annulation',
    },
  },
  'messages.reply': {
    area: 'customers',
    roles: everyone,
    name: { en: 'Customer messages', fr: 'Messages des clients' },
    can: { en: 'read and answer customers’ messages', fr: 'lire les messages des clients et y répondre' },
  },
  'team.manage': {
    area: 'team',
    roles: managers,
    name: { en: 'Team management', fr: 'Gestion de l’équipe' },
    can: {
      en: 'invite people, change roles and remove access',
      fr: 'inviter des personnes, changer les rôles et supprimer les accès',
    },
  },
  'reports.view': {
    area: 'reports',
    roles: managers,
    name: { en: 'Reports', fr: 'Rapports' },
    can: {
      en: 'see financial reports, analytics and exports',
      fr: 'voir les rapports financiers, les statistiques et les exports',
    },
  },
  'money.spend': {
    area: 'money',
    roles: managers,
    name: { en: 'Spend money', fr: 'Dépenser de l’argent' },
    can: {
      en: 'buy and bid for the account with its payment methods',
      fr: 'acheter et enchérir pour le compte avec ses moyens de paiement',
    },
  },
  'payouts.manage': {
    area: 'owner',
    roles: ownerAlone,
    name: { en: 'Payout details', fr: 'Détails de paiement (versements)' },
    can: {
      en: 'change payout details and start payouts',
      fr: 'modifier les détails de paiement et lancer un versement',
    },
  },
  'payment_methods.manage': {
    area: 'owner',
    roles: ownerAlone,
    name: { en: 'Payment methods', fr: 'Moyens de paiement' },
    can: { en: 'connect or remove a payment method', fr: 'ajouter ou supprimer un moyen de paiement' },
  },
  'account.credentials': {
    area: 'owner',
    roles: ownerAlone,
    name: { en: 'Username and password', fr: 'Nom d’utilisateur et mot de passe' },
    can: {
      en: 'change the account’s username and password',
      fr: 'changer le nom d’utilisateur et le mot de passe du compte',
    },
  },
  'account.delete': {
    area: 'owner',
    roles: ownerAlone,
    name: { en: 'Delete account', fr: 'Supprimer le compte' },
    can: { en: 'delete the account', fr: 'supprimer le compte' },
  },
} as const satisfies Record<string, Rule>

export type Permission = keyof typeof permissions
export const permissionNames = Object.keys(permissions) as Permission[]
export type Area = Rule['area']

export const may = (role: Role, permission: Permission): boolean =>
  (permissions[permission].roles as readonly Role[]).includes(role)

/** Every permission of the role, in the order of the matrix. */
export const permissionsOf = (role: Role): Permission[] =>
  permissionNames.filter((permission) => may(role, permission))

const holdsAll = (role: Role, other: Role) =>
  permissionsOf(other).every((permission) => may(role, permission))

/**
 * Whether somebody with the role `actor` may change a member's role from `present` to `next` (for a removal or an
 * invitation, pass the same role twice). Nobody can change the Owner or make somebody the Owner, and nobody can give
 * or take permissions that they do not have.
 */
export const mayChange = (actor: Role, present: Role, next: Role): boolean =>
  may(actor, 'team.manage') &&
  present !== 'owner' &&
  next !== 'owner' &&
  holdsAll(actor, present) &&
  holdsAll(actor, next)
