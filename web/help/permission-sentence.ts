import { type Permission, permissions } from '../../src/permissions.ts'
import { currentLanguage } from '../i18n/i18n.ts'

/** The phrase for a permission as a sentence in the page's language. */
export function permissionSentence(permission: Permission): string {
  const words = permissions[permission].can[currentLanguage()]
  return words.charAt(0).toUpperCase() + words.slice(1)
}
