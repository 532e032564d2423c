import { sandboxCards } from '../../../cast/cards-and-addresses.ts'
import { expect, test } from '../support/fixtures.ts'
import { expectAccessible } from '../support/page-checks.ts'
import { connectCardsAndAddress } from '../support/spending-setup.ts'
import { hostShowByApi } from '../support/watch-setup.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const bear = { title: 'Ceramic bear', price: 1600, quantity: 3, sale: 'auction' }
const scarf = { title: 'Silk scarf', price: 6400, quantity: 4 }

test('a visitor who is not signed in can watch and read the chat, and gets a link to sign in', async ({
  house,
}) => {
  const olga = await house.guest('Olga Evening')
  const show = await hostShowByApi(olga, [bear, scarf])
  const page = await (await house.visitor(phone)).newPage()
  await page.goto(show.path)
  await expect(page.getByText('LIVE', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bears at dusk')
  await expect(page.getByText('No video yet. Chat and auctions continue.')).toBeVisible()
  await expect(page.getByText('Nobody has written anything yet.')).toBeVisible()
  await show.say('Good evening')
  await show.say('Everything ships on Monday.', true)
  await expect(page.getByRole('listitem').filter({ hasText: 'Good evening' })).toContainText('Host')
  await expect(page.getByRole('button', { name: 'Hide the announcement' })).toBeVisible()
  await page.getByRole('button', { name: 'Products 2' }).click()
  await expect(page.getByRole('dialog')).toContainText('Auction from $16.00')
  await page.keyboard.press('Escape')
  await show.auction(show.products[0] ?? '')
  await expect(page.getByRole('link', { name: 'Sign in to bid' })).toHaveAttribute('href', /next=%2Fshows%2F/)
  await expectAccessible(page, 'the room on a phone')

  // Viewers see at once what the host does with the show.
  await show.api('POST', '/stop')
  await expect(page.getByText(/^The show is paused. It may continue until \d\d:\d\d\.$/)).toBeVisible()
  await expect(page.getByText('Paused', { exact: true })).toBeVisible()
  show.close()
})

test('two people bid in an auction into its last seconds, and both see who has won', async ({ house }) => {
  const [olga, rita, bruno] = await Promise.all([
    house.guest('Olga Auctions'),
    house.guest('Rita Bids', { viewport: { width: 1280, height: 800 } }),
    house.guest('Bruno Bids', { ...phone }),
  ])
  for (const buyer of [rita, bruno]) await connectCardsAndAddress(buyer, sandboxCards.good)
  const show = await hostShowByApi(olga, [bear])
  const [wide, small] = [await rita.open(show.path), await bruno.open(show.path)]

  // The chat.
  await small.getByLabel('Write something').fill('Is it heavy?')
  await small.keyboard.press('Enter')
  await expect(small.getByLabel('Write something')).toHaveValue('')
  await expect(wide.getByRole('listitem').filter({ hasText: 'Is it heavy?' })).toHaveText(
    'Bruno Bids Is it heavy?',
  )

  // Bidding: the lowest bid with one click. A busy machine needs most of a minute for what comes before the end.
  const auction = await show.auction(show.products[0] ?? '', { seconds: 60, counterSeconds: 20 })
  const began = await standing()
  await expect(wide.getByText('Starts at')).toBeVisible()
  await wide.getByRole('button', { name: 'Bid $16.00' }).click()
  await expect(wide.getByRole('button', { name: 'You lead' })).toBeVisible()
  await expect(small.getByText('Rita Bids leads')).toBeVisible()
  await small.getByRole('button', { name: 'Bid $17.00' }).click()
  await expect(wide.getByText('You were outbid')).toBeVisible()
  await expect(small.getByRole('button', { name: 'You lead' })).toBeVisible()

  // Rita sets a maximum. A lower bid is outbid at once.
  await wide.getByRole('button', { name: 'Other amount' }).click()
  const dialog = wide.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Bid', exact: true }).fill('5')
  await dialog.getByRole('button', { name: 'Place bid' }).click()
  await expect(dialog.getByText('At least $18.00.').first()).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Bid', exact: true }).fill('18')
  await dialog.getByLabel('Maximum (optional)').fill('30')
  await expectAccessible(wide, 'bidding with a maximum')
  await dialog.getByRole('button', { name: 'Place bid' }).click()
  await expect(wide.getByText('Your maximum is $30.00.')).toBeVisible()

  // In the last twenty seconds, another bid starts them again.
  await expect
    .poll(async () => began.endsAt - (await standing()).now, { timeout: 90_000 })
    .toBeLessThan(19_000)
  await small.getByRole('button', { name: 'Bid $19.00' }).click()
  await expect(small.getByText('You were outbid')).toBeVisible()
  const { endsAt, price } = await standing()
  expect(endsAt).toBeGreaterThan(began.endsAt)
  expect(price).toBe(2000)

  await expect(wide.getByText('You won')).toBeVisible({ timeout: 60_000 })
  await expect(wide.getByText('Ceramic bear is yours for $20.00.')).toBeVisible()
  await expect(small.getByText('Sold to Rita Bids')).toBeVisible()
  await expectAccessible(wide, 'an auction that was won')
  const { items } = await rita.api('GET', `/accounts/${rita.account}/purchases`)
  expect(items).toHaveLength(1)
  show.close()

  async function standing() {
    const { items } = await rita.api('GET', `${show.path}/auctions`)
    const { endsAt, now, price } = items.find(({ id }: { id: string }) => id === auction)
    return { endsAt: Date.parse(endsAt), now, price }
  }
})

test('a muted viewer is told until when, and no typed line is lost to a muted word or slow mode', async ({
  house,
}) => {
  const [olga, bruno] = await Promise.all([house.guest('Olga Moderates'), house.guest('Bruno Chats')])
  const show = await hostShowByApi(olga, [scarf])
  await show.api('PATCH', '/moderation', { mutedWords: ['cheat'] })
  const page = await bruno.open(show.path)
  const field = page.getByLabel('Write something')
  const send = page.getByRole('button', { name: 'Send' })
  await field.fill('What a CHEAT!')
  await send.click()
  await expect(page.getByText('The host has muted one of these words.')).toBeVisible()
  await expect(field).toHaveValue('What a CHEAT!')
  await field.fill('x'.repeat(301))
  await expect(page.getByText('1 too many')).toBeVisible()
  await expect(send).toBeDisabled()

  await show.api('PATCH', '/moderation', { slowSeconds: 10 })
  await page.reload()
  await field.fill('What a scarf')
  await send.click()
  await expect(page.getByRole('listitem').filter({ hasText: 'What a scarf' })).toBeVisible()
  await expect(page.getByText(/you can write again in \d+.s/)).toBeVisible()
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

test('a viewer without a card and an address adds both on the show’s page, buys, and enters a giveaway', async ({
  house,
}) => {
  const [olga, rita] = await Promise.all([
    house.guest('Olga Listens'),
    house.guest('Rita Begins', { ...phone }),
  ])
  const show = await hostShowByApi(olga, [bear, scarf])
  const [bears = '', scarves = ''] = show.products
  const page = await rita.open(show.path)
  await show.auction(bears, { seconds: 600 })
  await page.getByRole('button', { name: 'Bid $16.00' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('To bid, you must be able to pay.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Connect a card' }).click()
  const card = page.getByRole('dialog', { name: 'Connect a card' })
  await card.getByLabel('Card number').fill(sandboxCards.good)
  await card.getByLabel('Expires').fill('12 / 34')
  await card.getByLabel('Security code').fill('123')
  await card.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(card).toBeHidden()
  await dialog.getByLabel('Recipient').fill('Rita Begins')
  await dialog.getByLabel('Street and number').fill('4 Fern Lane')
  await dialog.getByLabel('Postal code').fill('E8 3PN')
  await dialog.getByLabel('City').fill('London')
  await dialog.getByRole('button', { name: 'Save address' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Bid $16.00' }).click()
  await expect(page.getByRole('button', { name: 'You lead' })).toBeVisible()

  // A product at a price: the total with shipping is shown before buying.
  await page.getByRole('button', { name: 'Products 2' }).click()
  await page.getByRole('button', { name: 'Buy now: Silk scarf' }).click()
  const buying = page.getByRole('dialog', { name: 'Buy Silk scarf' })
  await buying.getByLabel('Quantity').selectOption('2')
  const pay = buying.getByRole('button', { name: /^Pay \$1[2-9]\d\./ })
  await expect(pay).toBeEnabled()
  await expectAccessible(page, 'buying in the room')
  await pay.click()
  await expect(buying.getByText(/^Bought for/)).toBeVisible()
  await buying.getByRole('button', { name: 'Back to the show' }).click()
  await page.keyboard.press('Escape')

  await show.api('POST', '/giveaways', { product: scarves })
  await page.getByRole('button', { name: 'Take part' }).click()
  await expect(page.getByText('Stay here until the draw')).toBeVisible()
  await expect(page.getByText('1 entry')).toBeVisible()
  await page.getByRole('button', { name: 'How it will be drawn' }).click()
  const [giveaway] = (await rita.api('GET', `${show.path}/giveaways`)).items
  await expect(page.getByRole('dialog')).toContainText(giveaway.commitment)
  show.close()
})
