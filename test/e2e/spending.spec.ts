import { expect, joinTeam, test } from './support/fixtures.ts'
import { connectCardsAndAddress, putOnSale } from './support/spending-setup.ts'

test('Rita connects a card, buys from Maison Ours with a link to the checkout, and asks to cancel', async ({
  house,
}) => {
  const [olga, rita] = await Promise.all([house.guest('Olga Sells'), house.guest('Rita Buys')])
  const bear = await putOnSale(olga)
  const cap = await putOnSale(olga, { title: 'Tweed cap' })
  const wanted = { seller: olga.account, product: cap, quantity: 2 }
  await rita.api('POST', `/accounts/${rita.account}/cart`, wanted)

  // The Owner connects a card. A refused one has the reason at its field, and the typed text stays.
  const page = await rita.open(`/dashboard/${rita.account}/settings/payment-methods`)
  await page.getByRole('button', { name: 'Connect a card' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Card number').pressSequentially('4000000000000069')
  await expect(dialog.getByLabel('Card number')).toHaveValue(/^4000 0000 0000 0069/)
  await dialog.getByLabel(/^Expires/).pressSequentially('1239')
  await dialog.getByLabel('Security code').fill('123')
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(dialog.getByText('The card was refused: the card has expired.')).toBeVisible()
  await expect(dialog.getByLabel(/^Expires/)).toHaveValue('12 / 39')
  await dialog.getByRole('button', { name: 'Test cards' }).click()
  await dialog.getByRole('button', { name: 'Use 4242 4242 4242 4242' }).click()
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Visa •• 4242' })).toContainText('Preferred')

  // A link opens the checkout. The address is added there. One button buys, and a double click buys once.
  await page.goto(`/dashboard/${rita.account}/spending/checkout?shop=${olga.shop}&product=${bear}&quantity=1`)
  await expect(page.getByText('Rita Buys buys from Olga Sells.')).toBeVisible()
  await page.getByLabel('Recipient').fill('Rita Fox')
  await page.getByLabel('Street and number').fill('4 Fern Lane')
  await page.getByLabel('Postal code').fill('E8 3PN')
  await page.getByLabel('City').fill('London')
  await page.getByRole('button', { name: 'Use this address' }).click()
  await expect(page.getByRole('radio', { name: 'Rita Fox' })).toBeChecked()
  await page.getByRole('button', { name: 'Pay $20.50' }).dblclick()
  await expect(page.getByText('Bought for $20.50')).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Purchase / })).toBeVisible()
  const { items } = await rita.api('GET', `/accounts/${rita.account}/purchases`)
  expect(items.length).toBe(1)

  // For a day, the buyer can ask to cancel. The seller's answer appears in the open page.
  await page.getByRole('button', { name: 'Ask to cancel' }).click()
  await dialog.getByLabel(/Why would you like/).fill('We have one already')
  await dialog.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByText(/^4[78]\sh\s\d\d\smin left$/)).toBeVisible()
  const [request] = (await olga.api('GET', `/accounts/${olga.account}/cancellations`)).items
  await olga.api('POST', `/accounts/${olga.account}/cancellations/${request.id}/accept`, {})
  await expect(page.getByText('accepted: the purchase is cancelled and refunded')).toBeVisible()

  // The cart, where one click restores a removed product.
  await page.getByRole('link', { name: /Spending/ }).click()
  await expect(page.getByRole('row', { name: /Ceramic bear/ })).toContainText('Cancelled')
  await page.getByRole('link', { name: /^Cart/ }).click()
  await page.getByRole('button', { name: 'Remove Tweed cap from the cart' }).click()
  await expect(page.getByText('The cart is empty')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByLabel('Quantity of Tweed cap')).toHaveValue('2')
})

test('a decline, a bank’s confirmation and a changed price leave the buyer’s choices as they are', async ({
  house,
}) => {
  const [olga, rita] = await Promise.all([house.guest('Olga Changes'), house.guest('Rita Tries')])
  const bear = await putOnSale(olga)
  await connectCardsAndAddress(rita, '4000000000000341', '4000002500003155')

  const page = await rita.open(
    `/dashboard/${rita.account}/spending/checkout?shop=${olga.shop}&product=${bear}&quantity=1`,
  )
  await expect(page.getByRole('button', { name: 'Pay $20.50' })).toBeEnabled()
  await olga.api('PATCH', `/accounts/${olga.account}/products/${bear}`, { price: 1700 })
  // The page has not asked again for the price, so the purchase is refused.
  const prices = '**/purchases/quote'
  await page.route(prices, () => undefined)
  await page.getByRole('button', { name: 'Pay $20.50' }).click()
  await expect(page.getByText('The total was $20.50 and is now $21.50.')).toBeVisible()
  await page.unroute(prices)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Pay $21.50' })).toBeEnabled()

  // The page learns of the next change by itself, and says so before anything can be paid.
  await olga.api('PATCH', `/accounts/${olga.account}/products/${bear}`, { price: 1600 })
  const couldPayAtOnce = page.evaluate(
    () =>
      new Promise<boolean>((seen) => {
        const buttons = document.getElementsByTagName('button')
        const look = () => {
          const pay = [...buttons].find(({ textContent }) => textContent === 'Pay $20.50')
          if (pay) seen(!pay.disabled)
        }
        new MutationObserver(look).observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
        })
        window.dispatchEvent(new Event('visibilitychange'))
      }),
  )
  expect(await couldPayAtOnce).toBe(false)
  await expect(page.getByText('The total was $21.50 and is now $20.50.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Pay $20.50' })).toBeEnabled()
  await olga.api('PATCH', `/accounts/${olga.account}/products/${bear}`, { price: 1700 })
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
  await expect(page.getByText('The total was $20.50 and is now $21.50.')).toBeVisible()

  await page.getByRole('button', { name: 'Pay $21.50' }).click()
  await expect(page.getByText('The payment did not go through: the bank gave no reason')).toBeVisible()
  await page.getByRole('radio', { name: /3155/ }).check()
  await page.getByRole('button', { name: 'Pay $21.50' }).click()
  await expect(page.getByText('Olga Changes requests $21.50 from Visa •• 3155.')).toBeVisible()
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByText('Under way')).toBeVisible()
})

test('Selma, a Seller, has no Spending in her navigation, and its address says whom to ask', async ({
  house,
}) => {
  const [olga, selma] = await Promise.all([house.guest('Olga Keeps'), house.guest('Selma Streams')])
  await joinTeam(house, olga, selma, 'seller')
  const page = await selma.open(`/dashboard/${olga.account}`)
  await expect(page.getByRole('link', { name: 'Inventory' })).toBeVisible()
  await expect(page.getByRole('link', { name: /Spending/ })).toHaveCount(0)
  for (const [path, said] of [
    ['spending/cart', 'These people can give it to you: Olga Keeps.'],
    ['settings/payment-methods', 'Only the Owner, Olga Keeps, has it, and it cannot be given.'],
  ]) {
    await page.goto(`/dashboard/${olga.account}/${path}`)
    await expect(page.getByText('Your role doesn’t include this page')).toBeVisible()
    await expect(page.getByText(said ?? '')).toBeVisible()
  }
})
