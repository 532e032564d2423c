import { describe, expect, test } from 'vitest'
import {
  givenRoles,
  may,
  mayChange,
  permissionNames,
  permissions,
  permissionsOf,
  roles,
} from './permissions.ts'

// Written by hand and not computed from the matrix, so that every change of a permission shows in two files.
const rows = {
  owner: [
    'inventory.manage',
    'orders.fulfill',
    'shows.manage',
    'shows.host',
    'shows.chat',
    'cancellations.resolve',
    'messages.reply',
    'team.manage',
    'reports.view',
    'money.spend',
    'payouts.manage',
    'payment_methods.manage',
    'account.credentials',
    'account.delete',
  ],
  admin: [
    'inventory.manage',
    'orders.fulfill',
    'shows.manage',
    'shows.host',
    'shows.chat',
    'cancellations.resolve',
    'messages.reply',
    'team.manage',
    'reports.view',
    'money.spend',
  ],
  seller: [
    'inventory.manage',
    'orders.fulfill',
    'shows.manage',
    'shows.host',
    'shows.chat',
    'cancellations.resolve',
    'messages.reply',
  ],
  support: ['inventory.manage', 'orders.fulfill', 'messages.reply'],
}

describe('the matrix', () => {
  test.each(roles)('the %s has exactly these permissions', (role) => {
    expect(permissionsOf(role)).toEqual(rows[role])
    for (const permission of permissionNames) {
      expect([permission, may(role, permission)]).toEqual([permission, rows[role].includes(permission)])
    }
  })

  test('it has these roles and permissions, and Owner cannot be given', () => {
    expect(roles).toEqual(['owner', 'admin', 'seller', 'support'])
    expect(givenRoles).toEqual(['admin', 'seller', 'support'])
    expect(permissionNames).toEqual(rows.owner)
  })

  test('only the Owner has four of the permissions', () => {
    const alone = permissionNames.filter((permission) => permissions[permission].roles.length === 1)
    expect(alone).toEqual([
      'payouts.manage',
      'payment_methods.manage',
      'account.credentials',
      'account.delete',
    ])
  })

  test('each permission has a name and a phrase for refusals, in both languages', () => {
    for (const permission of permissionNames) {
      const { name, can } = permissions[permission]
      for (const words of [name.en, name.fr, can.en, can.fr]) expect(words).toMatch(/^\S.+\S$/)
      for (const sentence of [can.en, can.fr]) expect(sentence).toMatch(/^\p{Ll}.*[^.]$/u)
    }
  })
})

/*
 * Who may change a member from which role to which, for all 64 cases. Each line is the acting role, each group in it
 * the member's present role, and each word the role that they would get. Groups and words are in the order owner,
 * admin, seller, support.
 */
const changes = {
  owner: 'no no no no | no yes yes yes | no yes yes yes | no yes yes yes',
  admin: 'no no no no | no yes yes yes | no yes yes yes | no yes yes yes',
  seller: 'no no no no | no no no no | no no no no | no no no no',
  support: 'no no no no | no no no no | no no no no | no no no no',
}

describe.each(roles)('changes by the %s', (actor) => {
  const groups = changes[actor].split(' | ').map((group) => group.split(' '))
  const cases = roles.flatMap((present, row) =>
    roles.map((next, column) => ({ present, next, answer: groups[row]?.[column] })),
  )
  test.each(cases)('$present into $next: $answer', ({ present, next, answer }) => {
    expect(mayChange(actor, present, next) ? 'yes' : 'no').toBe(answer)
  })
})

test('nobody can give a role with more permissions than they have', () => {
  for (const actor of roles)
    for (const next of givenRoles) {
      if (!mayChange(actor, next, next)) continue
      expect(permissionsOf(next).filter((permission) => !may(actor, permission))).toEqual([])
    }
})
