import type { Page } from '@playwright/test'
import { type BrowserUser, expect, joinTeam, test } from './support/fixtures.ts'
import { createRepeatBuyer } from './support/orders-setup.ts'

/** Checks that the file behind a link is a PDF with this number of pages. */
async function opensPdf(page: Page, { context }: BrowserUser, link: string, pages: number) {
  const href = await page.getByRole('link', { name: link }).getAttribute('href')
  const answer = await context.request.get(href ?? '')
  expect(answer.headers()['content-type']).toBe('application/pdf')
  expect((await answer.body()).toString('latin1').match(/\/Type \/Page\n/g)?.length).toBe(pages)
}

test('Théo packs, ships and makes suggestions as Support; Olga decides on refunds and cancellations', async ({
  house,
}) => {
  const [olga, theo] = await Promise.all([house.guest('Olga Ships'), house.guest('Theo Ships')])
  await joinTeam(house, olga, theo, 'support')
  const rita = await createRepeatBuyer(house, olga, 'Rita Ordered')
  const bear = await rita.buys({ sku: 'MO-402' })
  const scarf = await rita.buys({ title: 'Silk scarf', sku: 'MO-301' })
  const orders = `/dashboard/${olga.account}/orders`

  // Home shows the orders to ship. With the keyboard alone, the shipment of the two orders is scanned and packed
  // piece by piece.
  const page = await theo.open(`/dashboard/${olga.account}`)
  await page.getByRole('link', { name: '2 orders to ship' }).click()
  await expect(page.getByRole('row', { name: /Silk scarf/ })).toContainText('To ship')
  await page.getByRole('link', { name: 'Pack' }).click()
  const field = page.getByLabel('Scan or type')
  await expect(field).toBeFocused()
  for (const code of [bear.code.toLowerCase(), 'MO-402', 'MO-999']) {
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText('Nothing here has the code MO-999.')).toBeVisible()
  await expect(page.getByText('One piece is missing')).toBeVisible()
  await page.getByRole('button', { name: 'Add one Silk scarf' }).click()
  await expect(page.getByText('Everything is packed')).toBeVisible()
  await expect(field).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${bear.code}, ${scarf.code} is packed`)).toBeVisible()
  await expect(page.getByText('Ready for the first shipment')).toBeVisible()

  // The label and the shipment's status. Support can suggest a refund but not make one.
  await page.goto(`${orders}/${bear.id}`)
  await expect(page.getByLabel('Weight')).toHaveValue('800')
  await page.getByLabel('Weight').fill('850')
  await page.getByRole('button', { name: 'Get a label' }).click()
  await expect(page.getByText('The label is ready')).toBeVisible()
  await expect(page.getByLabel('Tracking number')).toHaveValue(/^SD\d{9}FR$/)
  await opensPdf(page, theo, 'Print label', 1)
  await page.getByRole('button', { name: 'Dropped off' }).click()
  await expect(page.getByText('Marked as dropped off')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Refund', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Suggest a refund' }).click()
  await expect(page.getByLabel('Amount')).toHaveValue('21.90')
  await page.getByLabel('Amount').fill('30')
  await page.getByRole('button', { name: /^Suggest \$/ }).click()
  await expect(page.getByText('Enter an amount of at most $21.90')).toBeVisible()
  await page.getByLabel('Amount').fill('5')
  await page.getByRole('button', { name: 'Suggest $5.00' }).click()
  await expect(page.getByText('Your suggestion was saved')).toBeVisible()

  // Rita asks to cancel another order. Théo can suggest an answer, and has no button to give one.
  const lamp = await rita.buys({ title: 'Brass lamp' })
  await rita.asks(lamp, 'The wrong colour')
  await page.getByRole('link', { name: 'Orders' }).first().click()
  await page.getByRole('link', { name: /^Cancellation requests/ }).click()
  await expect(page.getByText(/^4[78]\sh\s\d\d\smin left to answer$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Accept', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Suggest accepting' }).click()
  await page.getByRole('button', { name: 'Send suggestion' }).click()
  await expect(page.getByText('Theo Ships suggests accepting')).toBeVisible()

  // Olga finds both where they need her attention.
  const hers = await olga.open(`/dashboard/${olga.account}`)
  await hers.getByRole('link', { name: /asks to cancel/ }).click()
  await expect(hers.getByText('Theo Ships suggests accepting')).toBeVisible()
  await hers.getByRole('button', { name: 'Accept', exact: true }).click()
  await hers.getByRole('button', { name: /^Accept and refund/ }).click()
  await expect(hers.getByText('Cancelled', { exact: true })).toBeVisible()
  await hers.goto(`${orders}/${bear.id}`)
  await hers.getByRole('button', { name: 'Refund $5.00' }).click()
  await hers.getByRole('dialog').getByRole('button', { name: 'Refund $5.00' }).click()
  await expect(hers.getByText('$5.00 refunded to Rita Ordered')).toBeVisible()
  await expect(page.getByText('No request to answer')).toBeVisible()
})

test('many labels are made at once: a shipment without a weight has an error, and the others open as one PDF', async ({
  house,
}) => {
  const olga = await house.guest('Olga Labels')
  const rita = await createRepeatBuyer(house, olga, 'Rita Labels')
  for (const weightGrams of [300, 0, 500]) {
    const { shipment } = await rita.buys({ weightGrams })
    await olga.api('POST', `/accounts/${olga.account}/shipments/${shipment}/packed`, {})
  }
  const page = await olga.open(`/dashboard/${olga.account}/orders/shipments?status=created`)
  await page.getByRole('checkbox', { name: 'Select all shown' }).check()
  await expect(page.getByText('3 shipments selected')).toBeVisible()
  await page.getByRole('button', { name: 'Get labels' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Get labels' }).click()
  await expect(page.getByText('2 done')).toBeVisible()
  await expect(page.getByText('1 × Enter the shipment’s weight first.')).toBeVisible()
  await opensPdf(page, olga, 'Open 2 labels as one PDF', 2)
  await expect(page.getByRole('row')).toHaveCount(2)
})
