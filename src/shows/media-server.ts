import { createHmac, timingSafeEqual } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import type { Tx } from '../ground/db.ts'
import { onTheSideOf } from '../ground/scope.ts'
import { broadcasts } from './tables.ts'

/*
 * With MEDIA_URL, pictures go through a WHIP and WHEP server of the operator's (MediaMTX asks back by HTTP whom it
 * may let in; so can others behind a proxy). Addresses are good for a short time: to begin with, not to keep.
 */
const seconds = 60

type Right =
  | { does: 'read'; show: string }
  | { does: 'publish'; show: string; broadcast: string; account: string }

const signed = (secret: string, text: string) =>
  createHmac('sha256', secret).update(`media ${text}`).digest('base64url')

/** @returns an address to send an offer to */
export function mediaAddress(mediaUrl: string, secret: string, right: Right): string {
  const until = Math.floor(Date.now() / 1000) + seconds
  const whose = right.does === 'publish' ? [right.account, right.broadcast] : ['-', '-']
  const text = [right.does, right.show, ...whose, until].join('.')
  const kind = right.does === 'publish' ? 'whip' : 'whep'
  return `${mediaUrl}/${right.show}/${kind}?token=${text}.${signed(secret, text)}`
}

/** What MediaMTX asks; what else it says is left aside. */
export const MediaQuestion = z.object({
  action: z.string().max(20),
  path: z.string().max(200),
  query: z.string().max(1000).default(''),
  token: z.string().max(500).default(''),
})

/** @throws Refusal sign_in_required unless the token is ours, for that, still good, and its broadcast goes on */
export async function allowMedia(
  db: Tx,
  secret: string,
  { action, path, query, token }: z.output<typeof MediaQuestion>,
): Promise<Record<string, never>> {
  const given = token || new URLSearchParams(query).get('token') || ''
  const [does, show, account = '', broadcast = '', until, signature = ''] = given.split('.')
  const expected = signed(secret, [does, show, account, broadcast, until].join('.'))
  const isOurs =
    signature.length === expected.length && timingSafeEqual(Buffer.from(signature), Buffer.from(expected))
  if (!isOurs || does !== action || show !== path || Number(until) * 1000 < Date.now())
    throw new Refusal('sign_in_required')
  if (does === 'publish' && !(await goesOn(db, account, broadcast))) throw new Refusal('sign_in_required')
  return {}
}

/** Whether a broadcast goes on. The token names its account, on whose side that stands. */
const goesOn = (db: Tx, account: string, broadcast: string) =>
  onTheSideOf(db, account, { as: 'public' }, async () => {
    const found = await db
      .select({ id: broadcasts.id })
      .from(broadcasts)
      .where(and(eq(broadcasts.accountId, account), eq(broadcasts.id, broadcast), isNull(broadcasts.endedAt)))
    return found.length > 0
  })
