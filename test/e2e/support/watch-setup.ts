import type { BrowserUser, E2eWorld } from './fixtures.ts'
import { putOnSale } from './spending-setup.ts'

export type HostedShow = {
  id: string
  path: string
  products: string[]
  /** Like the host's own `api`, with paths below the show. */
  api: BrowserUser['api']
  /** Starts an auction. @returns its id */
  auction(product: string, more?: object): Promise<string>
  say(text: string, announcement?: boolean): Promise<void>
  /** Closes the host's studio. */
  close(): void
}

/** Schedules a show with products, and goes live with it by the API. The host stays until it is closed. */
export async function hostShowByApi(
  host: BrowserUser,
  products: object[],
  title = 'Bears at dusk',
): Promise<HostedShow> {
  const own = `/accounts/${host.account}/shows`
  const startsAt = new Date(Date.now() + 3_600_000).toISOString().slice(0, 16)
  const { items } = await host.api('POST', own, { title, startsAt, zone: 'UTC' })
  const { id } = items[0]
  const api: BrowserUser['api'] = (method, path, body) => host.api(method, `${own}/${id}${path}`, body)
  const ids: string[] = []
  for (const product of products) ids.push(await putOnSale(host, product))
  await api('PATCH', '/products', { products: ids.map((product) => ({ product })) })
  await api('POST', '/broadcast', {})
  const timer = setInterval(() => api('POST', '/heartbeat').catch(() => clearInterval(timer)), 10_000)
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

/**
 * The live page with all its content: a running auction, an open giveaway and an announcement; and a stopped show.
 */
export async function watchPageUrls(house: E2eWorld, host: BrowserUser, name: string): Promise<string[]> {
  const bears = [{ title: 'Ceramic bear', sale: 'auction' }, { title: 'Silk scarf' }]
  const show = await hostShowByApi(host, bears)
  const [bear = '', scarf = ''] = show.products
  await show.auction(bear, { seconds: 600 })
  await show.api('POST', '/giveaways', { product: scarf })
  const rita = await house.guest(`Rita ${name}`)
  await rita.api('POST', `${show.path}/chat`, { text: 'What a bear' })
  await show.say('Everything ships on Monday.', true)
  const paused = await hostShowByApi(host, [], 'Scarves at dawn')
  await paused.api('POST', '/stop')
  for (const each of [show, paused]) each.close()
  return [show.path, paused.path]
}
