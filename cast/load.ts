import type { FastifyInstance } from 'fastify'
import type { GivenRole } from '../src/permissions.ts'
import { type Client, linksTo, signUp } from './client.ts'
import { cast, type Name, team } from './people.ts'
import { shops } from './shops.ts'

export type Stage = {
  /** Everybody, signed in. */
  as: Record<Name, Client>
  /** The id of each person's own account; Olga's is Maison Ours, Rita's Fox & Fern. */
  own: Record<Name, string>
  /** The path of Maison Ours. */
  ours: string
  /** The path of Fox & Fern. */
  fox: string
}

/** Brings the cast on stage, through the very routes that people use. Needs /mailbox, where their links are. */
export async function loadCast(app: FastifyInstance): Promise<Stage> {
  const names = Object.keys(cast) as Name[]
  const signedIn = await Promise.all(
    names.map(async (name) => [name, await signUp(app, cast[name])] as const),
  )
  const as = Object.fromEntries(signedIn) as Record<Name, Client>
  const own = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, (await as[name].get('/me')).body.accounts[0].id] as const),
    ),
  ) as Record<Name, string>
  const [ours, fox] = [`/accounts/${own.olga}`, `/accounts/${own.rita}`]
  await as.olga.patch(ours, { name: shops.olga.name })
  await as.rita.patch(fox, { name: shops.rita.name })
  for (const [name, role] of Object.entries(team)) await join(app, as, ours, name as Name, role)
  await join(app, as, ours, 'bruno', 'support')
  await joinForASeason(app, as, ours)
  await as.olga.delete(`${ours}/members/${await memberId(as.olga, ours, cast.bruno.name)}`)
  return { as, own, ours, fox }
}

/** Edda's access ends soon after it began; on a busy machine it may have ended before she could accept. */
async function joinForASeason(app: FastifyInstance, as: Record<Name, Client>, ours: string) {
  for (const seconds of [3, 10, 30]) {
    const ends = new Date(Date.now() + seconds * 1000)
    const late = await join(app, as, ours, 'edda', 'seller', ends).then(
      () => undefined,
      (error: Error) => error,
    )
    if (!late) return
    if (!late.message.includes('invitation_expired') || seconds === 30) throw late
  }
}

/** Invites somebody of the cast and lets them follow the mailed link. */
export async function join(
  app: FastifyInstance,
  as: Record<Name, Client>,
  account: string,
  name: Name,
  role: GivenRole,
  endsAt?: Date,
): Promise<void> {
  const inviter = account.includes((await as.rita.get('/me')).body.accounts[0].id) ? as.rita : as.olga
  const { email, language } = cast[name]
  await inviter.post(`${account}/invitations`, {
    invitations: [{ email, role, locale: language, ...(endsAt && { endsAt }) }],
  })
  const [link] = await linksTo(app, email)
  const joined = await as[name].post('/invitations/accept', { token: link?.split('#')[1] })
  if (joined.status !== 200) throw new Error(`${name} cannot join: ${JSON.stringify(joined.body)}`)
}

export async function memberId(by: Client, account: string, name: string): Promise<string> {
  const { body } = await by.get(`${account}/members`)
  return body.items.find((member: { name: string }) => member.name === name).id
}

/** Fills the two shops. */
export async function loadProducts({ as, ours, fox }: Stage): Promise<void> {
  for (const product of shops.olga.products) await as.selma.post(`${ours}/products`, product)
  for (const product of shops.rita.products) await as.rita.post(`${fox}/products`, product)
}
