import type { FastifyInstance } from 'fastify'
import { addresses, cards, readyToBuy } from './buyers.ts'
import { type Client, signUp } from './client.ts'
import type { Stage } from './load.ts'

/** Who comes to the shows of Maison Ours and works for nobody else. */
export const audience = {
  ines: { name: 'Inès Roy', email: 'ines@example.com', username: 'ines-roy', language: 'fr' },
  karim: { name: 'Karim Benali', email: 'karim@example.com', username: 'karim-benali', language: 'en' },
} as const
export type Guest = { client: Client; account: string; path: string }

/** Brings somebody of the audience, with a card and an address. */
export async function guest(
  app: FastifyInstance,
  name: keyof typeof audience,
  card: string = cards.good,
): Promise<Guest> {
  const client = await signUp(app, audience[name])
  const account = (await client.get('/me')).body.accounts[0].id as string
  const path = `/accounts/${account}`
  await readyToBuy(client, path, card, addresses.lyon)
  return { client, account, path }
}

/** Tomorrow, as a clock shows it. */
export const tomorrow = (time = '19:30') =>
  `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T${time}`

/** A show of Maison Ours that Selma scheduled, with what it sells. */
export async function schedule({ as, ours }: Stage, title: string, products: string[] = []): Promise<string> {
  const made = await as.selma.post(`${ours}/shows`, { title, startsAt: tomorrow(), zone: 'Europe/Paris' })
  if (made.status !== 201) throw new Error(`no show: ${JSON.stringify(made.body)}`)
  const show = made.body.items[0].id as string
  if (products.length > 0)
    await as.selma.patch(`${ours}/shows/${show}/products`, {
      products: products.map((product) => ({ product })),
    })
  return show
}

/** A product of Maison Ours for a show. @returns its id */
export async function forShow({ as, ours }: Stage, more: object = {}): Promise<string> {
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

/** A show that Selma is on the air with, and one product in it that can be auctioned five times. */
export async function onAir(stage: Stage, title = 'Plates and bears') {
  const product = await forShow(stage)
  const show = await schedule(stage, title, [product])
  const live = await stage.as.selma.post(`${stage.ours}/shows/${show}/broadcast`, {})
  if (live.status !== 200) throw new Error(`not on the air: ${JSON.stringify(live.body)}`)
  return { show, product, path: `${stage.ours}/shows/${show}` }
}
