import type { FastifyInstance } from 'fastify'
import type { GivenRole } from '../src/permissions.ts'
import { type ApiClient, mailedLinks, signUpByApi } from './api-client.ts'
import { castShops } from './cast-shops.ts'
import { type CastName, cast, maisonOursTeam } from './people.ts'

export type SignedInCast = {
  /** The whole cast, signed in. */
  as: Record<CastName, ApiClient>
  /** The id of each person's own account. Olga's is Maison Ours, Rita's is Fox & Fern. */
  own: Record<CastName, string>
  /** The path of Maison Ours. */
  ours: string
  /** The path of Fox & Fern. */
  fox: string
}

/**
 * Signs up the cast and builds the teams, by the same routes that people use. Needs /mailbox for the mailed links.
 */
export async function signUpCast(app: FastifyInstance): Promise<SignedInCast> {
  const names = Object.keys(cast) as CastName[]
  const signedIn = await Promise.all(
    names.map(async (name) => [name, await signUpByApi(app, cast[name])] as const),
  )
  const as = Object.fromEntries(signedIn) as Record<CastName, ApiClient>
  const own = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, (await as[name].get('/me')).body.accounts[0].id] as const),
    ),
  ) as Record<CastName, string>
  const [ours, fox] = [`/accounts/${own.olga}`, `/accounts/${own.rita}`]
  await as.olga.patch(ours, { name: castShops.olga.name })
  await as.rita.patch(fox, { name: castShops.rita.name })
  for (const [name, role] of Object.entries(maisonOursTeam))
    await joinAccount(app, as, ours, name as CastName, role)
  await joinAccount(app, as, ours, 'bruno', 'support')
  await joinForASeason(app, as, ours)
  await as.olga.delete(`${ours}/members/${await findMemberId(as.olga, ours, cast.bruno.name)}`)
  return { as, own, ours, fox }
}

/**
 * Edda's access ends shortly after it begins. On a busy machine it may end before she has accepted, so longer times
 * are tried.
 */
async function joinForASeason(app: FastifyInstance, as: Record<CastName, ApiClient>, ours: string) {
  for (const seconds of [3, 10, 30]) {
    const ends = new Date(Date.now() + seconds * 1000)
    const late = await joinAccount(app, as, ours, 'edda', 'seller', ends).then(
      () => undefined,
      (error: Error) => error,
    )
    if (!late) return
    if (!late.message.includes('invitation_expired') || seconds === 30) throw late
  }
}

/** Invites a person of the cast, who accepts by the mailed link. */
export async function joinAccount(
  app: FastifyInstance,
  as: Record<CastName, ApiClient>,
  account: string,
  name: CastName,
  role: GivenRole,
  endsAt?: Date,
): Promise<void> {
  const inviter = account.includes((await as.rita.get('/me')).body.accounts[0].id) ? as.rita : as.olga
  const { email, language } = cast[name]
  await inviter.post(`${account}/invitations`, {
    invitations: [{ email, role, locale: language, ...(endsAt && { endsAt }) }],
  })
  const [link] = await mailedLinks(app, email)
  const joined = await as[name].post('/invitations/accept', { token: link?.split('#')[1] })
  if (joined.status !== 200) throw new Error(`${name} cannot join: ${JSON.stringify(joined.body)}`)
}

export async function findMemberId(by: ApiClient, account: string, name: string): Promise<string> {
  const { body } = await by.get(`${account}/members`)
  return body.items.find((member: { name: string }) => member.name === name).id
}

/** Adds the products of the two shops. */
export async function seedProducts({ as, ours, fox }: SignedInCast): Promise<void> {
  for (const product of castShops.olga.products) await as.selma.post(`${ours}/products`, product)
  for (const product of castShops.rita.products) await as.rita.post(`${fox}/products`, product)
}
