import {
  givenRoles,
  mayChange,
  type Permission,
  permissionNames,
  permissions,
  permissionsOf,
  type Role,
} from '../../src/permissions.ts'
import { formatList } from '../i18n/formats.ts'
import { currentLanguage } from '../i18n/i18n.ts'

export const formatPermissions = (which: readonly Permission[]) =>
  formatList(which.map((one) => permissions[one].name[currentLanguage()]))

const without = (these: readonly Permission[], those: readonly Permission[]) =>
  these.filter((permission) => !those.includes(permission))

/** The permissions that a person gains and loses when their role changes. */
export const roleDifference = (present: Role, next: Role) => ({
  gains: without(permissionsOf(next), permissionsOf(present)),
  loses: without(permissionsOf(present), permissionsOf(next)),
})

export const missingPermissions = (role: Role) => without(permissionNames, permissionsOf(role))

/** The roles to which the actor may change a member's present role. */
export const assignableRoles = (actor: Role, present: Role) =>
  givenRoles.filter((next) => mayChange(actor, present, next))
