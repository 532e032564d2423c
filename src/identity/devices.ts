import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { people, sessions } from '../door/tables.ts'
import { asService, type Database } from '../ground/db.ts'
import type { Post } from '../ground/mail.ts'
import { deviceOf } from './sessions.ts'
import { devices } from './tables.ts'

/** Tells a person by mail of a sign-in from a device where they never signed in before; not of their very first. */
export const noticeSignIn = (database: Database, post: Post, token: string) =>
  asService(database, async (tx) => {
    const [found] = await tx
      .select({ person: people, userAgent: sessions.userAgent, ip: sessions.ipAddress })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(eq(sessions.token, token))
    if (!found) return
    const { person, userAgent, ip } = found
    const fingerprint = createHash('sha256')
      .update(`${network(ip)} ${userAgent}`)
      .digest('hex')
    const known = await tx
      .select({ fingerprint: devices.fingerprint })
      .from(devices)
      .where(eq(devices.personId, person.id))
    if (known.some((device) => device.fingerprint === fingerprint)) return
    await tx.insert(devices).values({ personId: person.id, fingerprint }).onConflictDoNothing()
    if (known.length === 0) return
    await post(tx, {
      to: person.email,
      kind: 'new_sign_in',
      language: person.language,
      url: '/dashboard/sessions',
      about: { name: person.name, device: deviceOf(userAgent), ip: ip ?? '?' },
    })
  })

/** The part of an address that stays when a provider deals it out anew: /24, or /48 of IPv6. */
const network = (ip: string | null) =>
  ip?.includes(':') ? ip.split(':').slice(0, 3).join(':') : (ip?.split('.').slice(0, 3).join('.') ?? '')
