import type { FastifyInstance } from 'fastify'
import { type ApiClient, signUpByApi } from './api-client.ts'
import { addCardAndAddress, castAddresses, sandboxCards } from './cards-and-addresses.ts'
import type { SignedInCast } from './sign-up-cast.ts'

/** The audience of Maison Ours' shows: people who are a member of no other account than their own. */
export const audienceMembers = {
  ines: { name: 'Inès Roy', email: 'ines@example.com', username: 'ines-roy', language: 'fr' },
  karim: { name: 'Karim Benali', email: 'karim@example.com', username: 'karim-benali', language: 'en' },
} as const
export type AudienceMember = { client: ApiClient; account: string; path: string }

/** Signs up a person of the audience, with a card and an address. */
export async function signUpAudienceMember(
  app: FastifyInstance,
  name: keyof typeof audienceMembers,
  card: string = sandboxCards.good,
): Promise<AudienceMember> {
  const client = await signUpByApi(app, audienceMembers[name])
  const account = (await client.get('/me')).body.accounts[0].id as string
  const path = `/accounts/${account}`
  await addCardAndAddress(client, path, card, castAddresses.lyon)
  return { client, account, path }
}

/** A time tomorrow, in the form that the API expects. */
export const clockTimeTomorrow = (time = '19:30') =>
  `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T${time}`

/** A show of Maison Ours, scheduled by Selma, with its products. */
export async function scheduleCastShow(
  { as, ours }: SignedInCast,
  title: string,
  products: string[] = [],
): Promise<string> {
  const made = await as.selma.post(`${ours}/shows`, {
    title,
    startsAt: clockTimeTomorrow(),
    zone: 'Europe/Paris',
  })
  if (made.status !== 201) throw new Error(`no show: ${JSON.stringify(made.body)}`)
  const show = made.body.items[0].id as string
  if (products.length > 0)
    await as.selma.patch(`${ours}/shows/${show}/products`, {
      products: products.map((product) => ({ product })),
    })
  return show
}

/** Creates a product of Maison Ours for a show. @returns its id */
export async function createProductForShow({ as, ours }: SignedInCast, more: object = {}): Promise<string> {
  const product = {
    title: 'Signed plate',
    price: 1000,
    quantity: 5,
    weightGrams: 300,
    sale: 'auction',
    ...more,
  }
  return (await as.selma.post(`${ours}/products`, product)).body.id
}

/** Starts a show with Selma on the air. It has one product, of which five can be auctioned. */
export async function startCastShow(stage: SignedInCast, title = 'Plates and bears') {
  const product = await createProductForShow(stage)
  const show = await scheduleCastShow(stage, title, [product])
  const live = await stage.as.selma.post(`${stage.ours}/shows/${show}/broadcast`, {})
  if (live.status !== 200) throw new Error(`not on the air: ${JSON.stringify(live.body)}`)
  return { show, product, path: `${stage.ours}/shows/${show}` }
}
