import sharp from 'sharp'
import { castPassword } from '../../cast/people.ts'
import { type BrowserUser, expect, test } from './support/fixtures.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

test('a visitor looks around in a shop, signs in to buy, and returns to the same page', async ({ house }) => {
  const [olga, rita] = await Promise.all([house.guest('Olga Window'), house.guest('Rita Passing')])
  const jacket = await furnish(olga)
  const page = await (await house.visitor(phone)).newPage()

  // The shop's page: its products, and the filters.
  await page.goto('/shops/olga-window')
  await expect(page).toHaveTitle('Olga Window · Stagedoor')
  const cards = page.getByRole('list', { name: 'Products' }).getByRole('listitem')
  await expect(cards).toHaveCount(2)
  await expect(cards.filter({ hasText: 'Ceramic bear' })).toContainText('Sold out')
  await expect(cards.filter({ hasText: 'Wool jacket' })).toContainText('$89.00')
  await page.getByText('Home', { exact: true }).click()
  await expect(cards).toHaveCount(1)
  await expect(page).toHaveURL(/category=Home/)
  await page.getByLabel('Search this shop').fill('jacket')
  await expect(page.getByText('Nothing here matches')).toBeVisible()
  await page.getByRole('button', { name: 'Show everything' }).click()

  // The product, whose photos can also be changed with the keyboard.
  await cards.filter({ hasText: 'Wool jacket' }).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wool jacket')
  await expect(page.getByText('3 left')).toBeVisible()
  const [first, second] = [1, 2].map((number) => page.getByAltText(`Wool jacket, photo ${number} of 2`))
  await expect(first as NonNullable<typeof first>).toBeInViewport()
  await page.getByRole('list', { name: 'Photos of Wool jacket' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(second as NonNullable<typeof second>).toBeInViewport({ ratio: 0.9 })
  await page.getByRole('button', { name: 'Show photo 1 of 2' }).click()
  await expect(first as NonNullable<typeof first>).toBeInViewport({ ratio: 0.9 })

  // Buying requires signing in.
  await page.getByRole('link', { name: 'Buy now' }).click()
  await page.getByLabel('E-mail').fill(rita.email)
  await page.getByLabel('Password', { exact: true }).fill(castPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`**/shops/olga-window/products/${jacket}`)
  await expect(page.getByText('You buy as Rita Passing.')).toBeVisible()
  await page.getByLabel('Quantity').selectOption('2')
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByText('In the cart of Rita Passing.')).toBeVisible()
  const { items } = await rita.api('GET', `/accounts/${rita.account}/cart`)
  expect(items[0].items).toMatchObject([{ product: jacket, quantity: 2 }])
  await page.getByRole('link', { name: 'Buy now' }).click()
  await page.waitForURL(
    `**/dashboard/${rita.account}/spending/checkout?shop=olga-window&product=${jacket}&quantity=2`,
  )

  // A former username leads to the current one. Olga sees that it is her own shop.
  await olga.api('PATCH', `/accounts/${olga.account}`, { username: 'olga.moved' })
  await page.goto(`/shops/olga-window/products/${jacket}`)
  await page.waitForURL(`**/shops/olga.moved/products/${jacket}`)
  const own = await olga.open('/shops/olga.moved')
  await expect(own.getByText('This is your shop')).toBeVisible()
})

/** A jacket with two photos, a bear that is sold out, and a draft. */
async function furnish({ api, account, context }: BrowserUser): Promise<string> {
  const products = `/accounts/${account}/products`
  const { id } = await api('POST', products, {
    title: 'Wool jacket',
    price: 8900,
    quantity: 3,
    category: 'Clothing',
  })
  await api('POST', products, { title: 'Ceramic bear', price: 2800, quantity: 0, category: 'Home' })
  await api('POST', products, { title: 'Surprise parcel', price: 2500, quantity: 4, draft: true })
  for (const background of ['#a04030', '#3040a0']) {
    const data = await sharp({ create: { width: 900, height: 600, channels: 3, background } })
      .png()
      .toBuffer()
    const headers = { 'content-type': 'image/png' }
    const answer = await context.request.post(`/api/v1${products}/${id}/photos`, { data, headers })
    expect(answer.status()).toBe(201)
  }
  return id
}
