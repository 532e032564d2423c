import type { GivenRole } from '../src/permissions.ts'

/** The password of the whole cast in the demo and in the tests. */
export const castPassword = 'stage-door-2026'

export type CastMember = { name: string; email: string; username: string; language: 'en' | 'fr' }

/** The cast: the people of the demo and of the tests. */
export const cast = {
  /** Owner of Maison Ours. */
  olga: { name: 'Olga Ours', email: 'olga@maison-ours.example', username: 'maison-ours', language: 'fr' },
  /** Admin of Maison Ours. */
  marc: { name: 'Marc Aubert', email: 'marc@maison-ours.example', username: 'marc-aubert', language: 'fr' },
  /** Seller of Maison Ours, with a small shop of her own. */
  selma: { name: 'Selma Diop', email: 'selma@maison-ours.example', username: 'selma-diop', language: 'en' },
  /** Support of Maison Ours. */
  theo: { name: 'Théo Blanc', email: 'theo@maison-ours.example', username: 'theo-blanc', language: 'fr' },
  /** Was Support of Maison Ours and has been removed. */
  bruno: { name: 'Bruno Petit', email: 'bruno@maison-ours.example', username: 'bruno-petit', language: 'fr' },
  /** Was Seller of Maison Ours for a season; her access has ended. */
  edda: { name: 'Edda Lind', email: 'edda@maison-ours.example', username: 'edda-lind', language: 'en' },
  /** Owner of Fox & Fern, the rival shop: an outsider to Maison Ours. */
  rita: { name: 'Rita Fox', email: 'rita@fox-and-fern.example', username: 'fox-and-fern', language: 'en' },
} as const satisfies Record<string, CastMember>

export type CastName = keyof typeof cast

/** The members of Maison Ours other than Olga, with their roles. */
export const maisonOursTeam: Partial<Record<CastName, GivenRole>> = {
  marc: 'admin',
  selma: 'seller',
  theo: 'support',
}
