import { createHmac, timingSafeEqual } from 'node:crypto'
import { and, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../errors/refusal.ts'
import { byKey } from '../platform/database/by-key.ts'
import type { Tx } from '../platform/database/database.ts'
import { actingForOtherAccount } from '../platform/database/scope.ts'
import { broadcasts } from './tables.ts'

/**
 * With MEDIA_URL, video goes through the operator's own WHIP and WHEP server. MediaMTX asks this server by HTTP
 * whether to admit a client; for other servers, a proxy can ask. An address is valid for `addressLifetimeSeconds`,
 * which is long enough to connect and too short to be passed on.
 */
const addressLifetimeSeconds = 60

type Right =
  | { does: 'read'; show: string }
  | { does: 'publish'; show: string; broadcast: string; account: string }

const signed = (secret: string, text: string) =>
  createHmac('sha256', secret).update(`media ${text}`).digest('base64url')

/** @returns an address to which a browser can send an offer */
export function mediaServerUrl(mediaUrl: string, secret: string, right: Right, now: Date): string {
  const until = Math.floor(now.getTime() / 1000) + addressLifetimeSeconds
  const whose = right.does === 'publish' ? [right.account, right.broadcast] : ['-', '-']
  const text = [right.does, right.show, ...whose, until].join('.')
  const kind = right.does === 'publish' ? 'whip' : 'whep'
  return `${mediaUrl}/${right.show}/${kind}?token=${text}.${signed(secret, text)}`
}

/** The fields of MediaMTX's request that are used. */
export const MediaAuthorization = z.object({
  action: z.string().max(20),
  path: z.string().max(200),
  query: z.string().max(1000).default(''),
  token: z.string().max(500).default(''),
})

/**
 * Admits a client to the media server.
 * @throws Refusal sign_in_required unless the token is signed by this server for this action and show and has not
 * expired and, to publish, its broadcast continues
 */
export async function authorizeMedia(
  db: Tx,
  secret: string,
  { action, path, query, token }: z.output<typeof MediaAuthorization>,
): Promise<Record<string, never>> {
  const signedRight = token || new URLSearchParams(query).get('token') || ''
  const [does, show, account = '', broadcast = '', until, signature = ''] = signedRight.split('.')
  const expected = signed(secret, [does, show, account, broadcast, until].join('.'))
  const isOurs =
    signature.length === expected.length && timingSafeEqual(Buffer.from(signature), Buffer.from(expected))
  if (!isOurs || does !== action || show !== path || Number(until) * 1000 < db.now.getTime())
    throw new Refusal('sign_in_required')
  if (does === 'publish' && !(await broadcastContinues(db, account, broadcast)))
    throw new Refusal('sign_in_required')
  return {}
}

/** Whether the broadcast continues. It is read in the scope of its account, which the token names. */
const broadcastContinues = (db: Tx, account: string, broadcast: string) =>
  actingForOtherAccount(db, account, { as: 'public' }, async () => {
    const found = await db
      .select({ id: broadcasts.id })
      .from(broadcasts)
      .where(and(byKey(broadcasts, account, broadcast), isNull(broadcasts.endedAt)))
    return found.length > 0
  })
