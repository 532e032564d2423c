import { type Permission, permissions } from '../../src/permissions.ts'
import { language } from '../i18n.ts'

/** What a permission lets people do, as a line of its own, in the page's language. */
export function act(permission: Permission): string {
  const words = permissions[permission].can[language()]
  return words.charAt(0).toUpperCase() + words.slice(1)
}
