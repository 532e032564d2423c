import {
  givenRoles,
  held,
  mayChange,
  type Permission,
  permissionNames,
  permissions,
  type Role,
} from '../../src/permissions.ts'
import { list } from '../formats.ts'
import { language } from '../i18n.ts'

export const names = (which: readonly Permission[]) =>
  list(which.map((one) => permissions[one].name[language()]))

const without = (these: readonly Permission[], those: readonly Permission[]) =>
  these.filter((permission) => !those.includes(permission))

/** What somebody gains and loses when their role becomes another. */
export const difference = (present: Role, next: Role) => ({
  gains: without(held(next), held(present)),
  loses: without(held(present), held(next)),
})

export const lacking = (role: Role) => without(permissionNames, held(role))

/** The roles that somebody may turn a member's present role into. */
export const choices = (actor: Role, present: Role) =>
  givenRoles.filter((next) => mayChange(actor, present, next))
