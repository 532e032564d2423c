import { type BrowserUser, type E2eWorld, joinTeam } from './fixtures.ts'
import { putOnSale } from './spending-setup.ts'

/** A date and time some days from now, in the form that the API expects. */
export const clockTimeInDays = (days: number, time = '19:30') =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${time}`

/** Schedules a show, or several of a series. @returns their ids, the next first */
export async function planShows({ api, account }: BrowserUser, more: object = {}): Promise<string[]> {
  const show = { title: 'Winter coats', startsAt: clockTimeInDays(10), zone: 'Europe/Paris', ...more }
  const { items } = await api('POST', `/accounts/${account}/shows`, show)
  return items.map(({ id }: { id: string }) => id)
}

/** Olga's shop with products, Selma as host, and Théo as Support. */
export async function createShowTeam(house: E2eWorld, name: string) {
  const [olga, selma, theo] = await Promise.all([
    house.guest(`Olga ${name}`),
    house.guest(`Selma ${name}`, { timezoneId: 'Europe/Paris' }),
    house.guest(`Theo ${name}`),
  ])
  await joinTeam(house, olga, selma, 'seller')
  await joinTeam(house, olga, theo, 'support')
  const products: Record<string, string> = {}
  for (const [title, price] of [
    ['Wool jacket', 8900],
    ['Silk scarf', 6400],
    ['Ceramic bear', 1600],
  ] as const)
    products[title] = await putOnSale(olga, { title, price })
  return { olga, selma, theo, products, shows: `/dashboard/${olga.account}/shows` }
}

/** The pages for shows: scheduled, live, cancelled, with products and without. */
export async function showPageUrls(_: E2eWorld, olga: BrowserUser, name: string): Promise<string[]> {
  const own = `/accounts/${olga.account}/shows`
  const [next] = await planShows(olga, { repeat: { every: 'week', times: 3 }, category: 'Clothing' })
  const [live, gone] = [
    ...(await planShows(olga, { title: `On the air ${name}` })),
    ...(await planShows(olga, {
      title: `Private ${name}`,
      discoverability: 'link',
      description: 'For a few.',
    })),
  ]
  const products = [
    { product: await putOnSale(olga) },
    { product: await putOnSale(olga, { sale: 'auction' }) },
  ]
  await olga.api('PATCH', `${own}/${next}/products`, { products })
  await olga.api('POST', `${own}/${gone}/cancellation`, { reason: 'The kiln broke.' })
  await olga.api('POST', `${own}/${live}/broadcast`, {})
  const shows = `/dashboard/${olga.account}/shows`
  return [
    `/dashboard/${olga.account}`,
    shows,
    `${shows}?status=live`,
    `${shows}?status=past`,
    `${shows}?search=nothing-has-this`,
    `${shows}/new`,
    `${shows}/${next}`,
    `${shows}/${next}/edit`,
    `${shows}/${next}/products`,
    `${shows}/${next}/shipments`,
    `${shows}/${live}`,
    `${shows}/${live}/products`,
    `${shows}/${gone}`,
    '/shows',
    '/shows?search=nothing-has-this',
    `/shows/${next}`,
    `/shows/${gone}`,
    '/shows/sho_nobodys',
  ]
}
