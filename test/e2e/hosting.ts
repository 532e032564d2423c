import { offer } from './buying.ts'
import type { Guest, House } from './house.ts'

export type OpenShow = {
  id: string
  path: string
  products: string[]
  /** The same as the host's own api, below the show. */
  api: Guest['api']
  /** Begins an auction. @returns its id */
  auction(product: string, more?: object): Promise<string>
  say(text: string, announcement?: boolean): Promise<void>
  /** The host's studio is closed. */
  close(): void
}

/** Schedules a show with products in it, and goes live with it by the API: its host is there until it is closed. */
export async function goesLive(host: Guest, products: object[], title = 'Bears at dusk'): Promise<OpenShow> {
  const own = `/accounts/${host.account}/shows`
  const startsAt = new Date(Date.now() + 3_600_000).toISOString().slice(0, 16)
  const { items } = await host.api('POST', own, { title, startsAt, zone: 'UTC' })
  const { id } = items[0]
  const api: Guest['api'] = (method, path, body) => host.api(method, `${own}/${id}${path}`, body)
  const ids: string[] = []
  for (const product of products) ids.push(await offer(host, product))
  await api('PATCH', '/products', { products: ids.map((product) => ({ product })) })
  await api('POST', '/broadcast', {})
  const timer = setInterval(() => api('POST', '/beat').catch(() => clearInterval(timer)), 10_000)
  return {
    id,
    path: `/shows/${id}`,
    products: ids,
    api,
    auction: async (product, more = {}) =>
      (await api('POST', '/auctions', { product, seconds: 30, counterSeconds: 10, ...more })).id,
    say: async (text, announcement = false) => {
      await api('POST', '/chat', { text, announcement })
    },
    close: () => clearInterval(timer),
  }
}

/** A room in all that it can hold: a running auction, an open giveaway, an announcement; and one that is paused. */
export async function roomPages(house: House, host: Guest, name: string): Promise<string[]> {
  const bears = [{ title: 'Ceramic bear', sale: 'auction' }, { title: 'Silk scarf' }]
  const show = await goesLive(host, bears)
  const [bear = '', scarf = ''] = show.products
  await show.auction(bear, { seconds: 600 })
  await show.api('POST', '/giveaways', { product: scarf })
  const rita = await house.guest(`Rita ${name}`)
  await rita.api('POST', `${show.path}/chat`, { text: 'What a bear' })
  await show.say('Everything ships on Monday.', true)
  const paused = await goesLive(host, [], 'Scarves at dawn')
  await paused.api('POST', '/stop')
  for (const each of [show, paused]) each.close()
  return [show.path, paused.path]
}
