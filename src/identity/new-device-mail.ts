import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { people, sessions } from '../access/tables.ts'
import { type Database, serviceTransaction } from '../platform/database/database.ts'
import type { SendMail } from '../platform/mail/queue-mail.ts'
import { describeDevice } from './sessions.ts'
import { devices } from './tables.ts'

/**
 * Mails a person who signs in from a device that they have not used before. Their very first sign-in causes no mail.
 */
export const mailNewDevice = (database: Database, sendMail: SendMail, token: string) =>
  serviceTransaction(database, async (tx) => {
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
    await sendMail(tx, {
      to: person.email,
      kind: 'new_sign_in',
      language: person.language,
      url: '/dashboard/sessions',
      about: { name: person.name, device: describeDevice(userAgent), ip: ip ?? '?' },
    })
  })

/** The part of an IP address that stays the same when a provider reassigns addresses: /24 of IPv4, /48 of IPv6. */
const network = (ip: string | null) =>
  ip?.includes(':') ? ip.split(':').slice(0, 3).join(':') : (ip?.split('.').slice(0, 3).join('.') ?? '')
