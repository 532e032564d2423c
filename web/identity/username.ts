import { identityLimits } from '../../src/identity/vocabulary.ts'

/** A suggestion for a username: "Zoé Le Gall" → "zoe.le.gall". */
export const suggestUsername = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+/, '')
    .slice(0, identityLimits.username.max)
    .replace(/\.+$/, '')
