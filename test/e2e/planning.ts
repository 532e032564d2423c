import { offer } from './buying.ts'
import { type Guest, type House, joinTeam } from './house.ts'

/** A day and a time some days ahead, as a clock in London or anywhere shows them. */
export const inDays = (days: number, time = '19:30') =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${time}`

/** Plans a show, or several of a series. @returns their ids, the next first */
export async function plan({ api, account }: Guest, more: object = {}): Promise<string[]> {
  const show = { title: 'Winter coats', startsAt: inDays(10), zone: 'Europe/Paris', ...more }
  const { items } = await api('POST', `/accounts/${account}/shows`, show)
  return items.map(({ id }: { id: string }) => id)
}

/** Olga's shop with things to sell, Selma who hosts, and Théo of Support. */
export async function company(house: House, name: string) {
  const olga = await house.guest(`Olga ${name}`)
  const selma = await house.guest(`Selma ${name}`, { timezoneId: 'Europe/Paris' })
  const theo = await house.guest(`Theo ${name}`)
  await joinTeam(house, olga, selma, 'seller')
  await joinTeam(house, olga, theo, 'support')
  const products: Record<string, string> = {}
  for (const [title, price] of [
    ['Wool jacket', 8900],
    ['Silk scarf', 6400],
    ['Ceramic bear', 1600],
  ] as const)
    products[title] = await offer(olga, { title, price })
  return { olga, selma, theo, products, shows: `/dashboard/${olga.account}/shows` }
}

/** Where an Owner meets shows: planned, on the air, cancelled, with products and without. */
export async function showPages(_: House, olga: Guest, name: string): Promise<string[]> {
  const own = `/accounts/${olga.account}/shows`
  const [next] = await plan(olga, { repeat: { every: 'week', times: 3 }, category: 'Clothing' })
  const [live, gone] = [
    ...(await plan(olga, { title: `On the air ${name}` })),
    ...(await plan(olga, { title: `Private ${name}`, discoverability: 'link', description: 'For a few.' })),
  ]
  const products = [{ product: await offer(olga) }, { product: await offer(olga, { sale: 'auction' }) }]
  await olga.api('PATCH', `${own}/${next}/products`, { products })
  await olga.api('POST', `${own}/${gone}/cancellation`, { reason: 'The kiln broke.' })
  await olga.api('POST', `${own}/${live}/broadcast`, {})
  const shows = `/dashboard/${olga.account}/shows`
  return [
    `/dashboard/${olga.account}`,
    shows,
    `${shows}?state=live`,
    `${shows}?state=past`,
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
