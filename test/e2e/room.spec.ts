import { cards } from '../../cast/buyers.ts'
import { readyToBuy } from './buying.ts'
import { goesLive } from './hosting.ts'
import { expect, test } from './house.ts'
import { looksRight } from './looking.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const bear = { title: 'Ceramic bear', price: 1600, quantity: 3, sale: 'auction' }
const scarf = { title: 'Silk scarf', price: 6400, quantity: 4 }

test('somebody who is not signed in watches, reads along, and is shown the way in', async ({
  house,
  browser,
}) => {
  const olga = await house.guest('Olga Evening')
  const show = await goesLive(olga, [bear, scarf])
  const passing = await browser.newContext({ baseURL: house.origin, locale: 'en-GB', ...phone })
  const page = await passing.newPage()
  await page.goto(show.path)
  await expect(page.getByText('LIVE', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bears at dusk')
  await expect(page.getByText('No picture yet. Chat and auctions go on.')).toBeVisible()
  await expect(page.getByText('Nobody has said anything yet.')).toBeVisible()
  await show.say('Good evening')
  await show.say('Everything ships on Monday.', true)
  await expect(page.getByRole('listitem').filter({ hasText: 'Good evening' })).toContainText('Host')
  await expect(page.getByRole('button', { name: 'Hide the announcement' })).toBeVisible()
  await page.getByRole('button', { name: 'Products 2' }).click()
  await expect(page.getByRole('dialog')).toContainText('Auction from $16.00')
  await page.keyboard.press('Escape')
  await show.auction(show.products[0] ?? '')
  await expect(page.getByRole('link', { name: 'Sign in to bid' })).toHaveAttribute('href', /next=%2Fshows%2F/)
  await looksRight(page, 'the room on a phone')

  // What the host does with the show is seen at once.
  await show.api('POST', '/stop')
  await expect(page.getByText(/^The show is paused. It may go on until \d\d:\d\d\.$/)).toBeVisible()
  await expect(page.getByText('Paused', { exact: true })).toBeVisible()
  show.close()
  await passing.close()
})

test('two fight in an auction into its last seconds, and both see who won', async ({ house }) => {
  test.slow()
  const olga = await house.guest('Olga Auctions')
  const rita = await house.guest('Rita Bids', { viewport: { width: 1280, height: 800 } })
  const bruno = await house.guest('Bruno Bids', { ...phone })
  for (const buyer of [rita, bruno]) await readyToBuy(buyer, cards.good)
  const show = await goesLive(olga, [bear])
  const [wide, small] = [await rita.open(show.path), await bruno.open(show.path)]

  // They talk.
  await small.getByLabel('Write something').fill('Is it heavy?')
  await small.keyboard.press('Enter')
  await expect(small.getByLabel('Write something')).toHaveValue('')
  await expect(wide.getByRole('listitem').filter({ hasText: 'Is it heavy?' })).toHaveText(
    'Bruno Bids Is it heavy?',
  )

  // They bid: the least, in one press.
  const auction = await show.auction(show.products[0] ?? '', { seconds: 40 })
  const began = await standing()
  await expect(wide.getByText('Starts at')).toBeVisible()
  await wide.getByRole('button', { name: 'Bid $16.00' }).click()
  await expect(wide.getByRole('button', { name: 'You lead' })).toBeVisible()
  await expect(small.getByText('Rita Bids leads')).toBeVisible()
  await small.getByRole('button', { name: 'Bid $17.00' }).click()
  await expect(wide.getByText('You were outbid')).toBeVisible()
  await expect(small.getByRole('button', { name: 'You lead' })).toBeVisible()

  // Rita says how far she would go: who bids less than that is outbid at once.
  await wide.getByRole('button', { name: 'Other amount' }).click()
  const dialog = wide.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Bid', exact: true }).fill('5')
  await dialog.getByRole('button', { name: 'Place bid' }).click()
  await expect(dialog.getByText('At least $18.00.').first()).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Bid', exact: true }).fill('18')
  await dialog.getByLabel('Maximum (optional)').fill('30')
  await looksRight(wide, 'bidding with a maximum')
  await dialog.getByRole('button', { name: 'Place bid' }).click()
  await expect(wide.getByText('Your maximum is $30.00.')).toBeVisible()

  // In the last ten seconds, another bid starts them again.
  await expect
    .poll(async () => began.endsAt - (await standing()).now, { timeout: 30_000 })
    .toBeLessThan(9_000)
  await small.getByRole('button', { name: 'Bid $19.00' }).click()
  await expect(small.getByText('You were outbid')).toBeVisible()
  const { endsAt, price } = await standing()
  expect(endsAt).toBeGreaterThan(began.endsAt)
  expect(price).toBe(2000)

  await expect(wide.getByText('You won')).toBeVisible({ timeout: 25_000 })
  await expect(wide.getByText('Ceramic bear is yours for $20.00.')).toBeVisible()
  await expect(small.getByText('Sold to Rita Bids')).toBeVisible()
  await looksRight(wide, 'an auction that was won')
  const { items } = await rita.api('GET', `/accounts/${rita.account}/purchases`)
  expect(items).toHaveLength(1)
  show.close()

  async function standing() {
    const { items } = await rita.api('GET', `${show.path}/auctions`)
    const { endsAt, now, price } = items.find(({ id }: { id: string }) => id === auction)
    return { endsAt: Date.parse(endsAt), now, price }
  }
})

test('who is muted is told until when, and no line is lost to a muted word or to slow mode', async ({
  house,
}) => {
  const olga = await house.guest('Olga Moderates')
  const bruno = await house.guest('Bruno Chats')
  const show = await goesLive(olga, [scarf])
  await show.api('PATCH', '/moderation', { mutedWords: ['cheat'] })
  const page = await bruno.open(show.path)
  const field = page.getByLabel('Write something')
  const send = page.getByRole('button', { name: 'Send' })
  await field.fill('What a CHEAT!')
  await send.click()
  await expect(page.getByText('The host does not want one of these words here.')).toBeVisible()
  await expect(field).toHaveValue('What a CHEAT!')
  await field.fill('x'.repeat(301))
  await expect(page.getByText('1 too many')).toBeVisible()
  await expect(send).toBeDisabled()

  await show.api('PATCH', '/moderation', { slowSeconds: 4 })
  await page.reload()
  await field.fill('What a scarf')
  await send.click()
  await expect(page.getByRole('listitem').filter({ hasText: 'What a scarf' })).toBeVisible()
  await expect(page.getByText(/you can write again in [1-4].s/)).toBeVisible()
  await field.fill('And what a bear')
  await send.click()
  await expect(field).toHaveValue('And what a bear')
  await expect(page.getByText(/you can write again in/)).toBeHidden()
  await send.click()
  await expect(page.getByRole('listitem').filter({ hasText: 'And what a bear' })).toBeVisible()

  await show.api('PATCH', '/moderation', { slowSeconds: 0 })
  const { items } = await show.api('GET', '/chat')
  await show.api('DELETE', `/chat/${items[0].id}`)
  await expect(page.getByRole('listitem').filter({ hasText: 'And what a bear' })).toHaveCount(0)
  await show.api('POST', '/bans', { line: items[0].id, kind: 'mute', minutes: 30 })
  await field.fill('May I?')
  await send.click()
  await expect(page.getByText(/^The host has muted you until \d\d:\d\d/)).toBeVisible()
  await expect(field).toHaveValue('May I?')
  show.close()
})

test('who lacks a card and an address gets both in the room, buys at a price, and takes part in a giveaway', async ({
  house,
}) => {
  const olga = await house.guest('Olga Listens')
  const rita = await house.guest('Rita Begins', { ...phone })
  const show = await goesLive(olga, [bear, scarf])
  const [bears = '', scarves = ''] = show.products
  const page = await rita.open(show.path)
  await show.auction(bears, { seconds: 120 })
  await page.getByRole('button', { name: 'Bid $16.00' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Whoever bids must be able to pay.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Connect a card' }).click()
  const card = page.getByRole('dialog', { name: 'Connect a card' })
  await card.getByLabel('Card number').fill(cards.good)
  await card.getByLabel('Expires').fill('12 / 34')
  await card.getByLabel('Security code').fill('123')
  await card.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(card).toBeHidden()
  await dialog.getByLabel('Who receives it').fill('Rita Begins')
  await dialog.getByLabel('Street and number').fill('4 Fern Lane')
  await dialog.getByLabel('Postal code').fill('E8 3PN')
  await dialog.getByLabel('City').fill('London')
  await dialog.getByRole('button', { name: 'Save address' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Bid $16.00' }).click()
  await expect(page.getByRole('button', { name: 'You lead' })).toBeVisible()

  // At a price: what it costs with shipping is said before.
  await page.getByRole('button', { name: 'Products 2' }).click()
  await page.getByRole('button', { name: 'Buy now: Silk scarf' }).click()
  const buying = page.getByRole('dialog', { name: 'Buy Silk scarf' })
  await buying.getByLabel('Quantity').selectOption('2')
  const pay = buying.getByRole('button', { name: /^Pay \$1[2-9]\d\./ })
  await expect(pay).toBeEnabled()
  await looksRight(page, 'buying in the room')
  await pay.click()
  await expect(buying.getByText(/^Bought for/)).toBeVisible()
  await buying.getByRole('button', { name: 'Back to the show' }).click()
  await page.keyboard.press('Escape')

  await show.api('POST', '/giveaways', { product: scarves })
  await page.getByRole('button', { name: 'Take part' }).click()
  await expect(page.getByText('Stay here until it is drawn')).toBeVisible()
  await expect(page.getByText('1 entry')).toBeVisible()
  await page.getByRole('button', { name: 'How it will be drawn' }).click()
  const [giveaway] = (await rita.api('GET', `${show.path}/giveaways`)).items
  await expect(page.getByRole('dialog')).toContainText(giveaway.commitment)
  show.close()
})
