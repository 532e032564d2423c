import type { Page } from '@playwright/test'
import { expect, type Guest, joinTeam, test } from './house.ts'
import { regular } from './shipping.ts'

/** The file that a link opens is a PDF of so many pages. */
async function opensPdf(page: Page, { context }: Guest, link: string, pages: number) {
  const href = await page.getByRole('link', { name: link }).getAttribute('href')
  const answer = await context.request.get(href ?? '')
  expect(answer.headers()['content-type']).toBe('application/pdf')
  expect((await answer.body()).toString('latin1').match(/\/Type \/Page\n/g)?.length).toBe(pages)
}

test('Théo of Support packs and ships and suggests; Olga decides on refunds and cancellations', async ({
  house,
}) => {
  const olga = await house.guest('Olga Ships')
  const theo = await house.guest('Theo Ships')
  await joinTeam(house, olga, theo, 'support')
  const rita = await regular(house, olga, 'Rita Ordered')
  const bear = await rita.buys({ sku: 'MO-402' })
  const scarf = await rita.buys({ title: 'Silk scarf', sku: 'MO-301' })
  const orders = `/dashboard/${olga.account}/orders`

  // Home says what is to ship; scanned with the keyboard alone, piece by piece, the two orders' parcel is packed.
  const page = await theo.open(`/dashboard/${olga.account}`)
  await page.getByRole('link', { name: '2 orders are to be shipped' }).click()
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
  await page.getByRole('button', { name: 'One more of Silk scarf' }).click()
  await expect(page.getByText('Everything is in')).toBeVisible()
  await expect(field).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${bear.code}, ${scarf.code} is packed`)).toBeVisible()
  await expect(page.getByText('Ready for the first parcel')).toBeVisible()

  // The label, and how far the parcel comes; Support suggests a refund and cannot make one.
  await page.goto(`${orders}/${bear.id}`)
  await expect(page.getByLabel('Weight')).toHaveValue('800')
  await page.getByLabel('Weight').fill('850')
  await page.getByRole('button', { name: 'Get a label' }).click()
  await expect(page.getByText('The label is ready')).toBeVisible()
  await expect(page.getByLabel('Tracking number')).toHaveValue(/^SD\d{9}FR$/)
  await opensPdf(page, theo, 'Print label', 1)
  await page.getByRole('button', { name: 'Dropped off' }).click()
  await expect(page.getByText('Noted: dropped off')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Refund', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Suggest a refund' }).click()
  await expect(page.getByLabel('Amount')).toHaveValue('21.90')
  await page.getByLabel('Amount').fill('30')
  await page.getByRole('button', { name: /^Suggest \$/ }).click()
  await expect(page.getByText('Type an amount of at most $21.90')).toBeVisible()
  await page.getByLabel('Amount').fill('5')
  await page.getByRole('button', { name: 'Suggest $5.00' }).click()
  await expect(page.getByText('Your suggestion is noted')).toBeVisible()

  // Rita asks to cancel another order; Théo suggests an answer, and sees no button to give one.
  const lamp = await rita.buys({ title: 'Brass lamp' })
  await rita.asks(lamp, 'The wrong colour')
  await page.getByRole('link', { name: 'Orders' }).first().click()
  await page.getByRole('link', { name: /^Cancellation requests/ }).click()
  await expect(page.getByText(/^4[78]\sh\s\d\d\smin left to answer$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Accept', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Suggest accepting' }).click()
  await page.getByRole('button', { name: 'Send suggestion' }).click()
  await expect(page.getByText('Theo Ships suggests accepting')).toBeVisible()

  // Olga finds both where they need her.
  const hers = await olga.open(`/dashboard/${olga.account}`)
  await hers.getByRole('link', { name: /asks to cancel/ }).click()
  await expect(hers.getByText('Theo Ships suggests accepting')).toBeVisible()
  await hers.getByRole('button', { name: 'Accept', exact: true }).click()
  await hers.getByRole('button', { name: /^Accept and pay back/ }).click()
  await expect(hers.getByText('Cancelled', { exact: true })).toBeVisible()
  await hers.goto(`${orders}/${bear.id}`)
  await hers.getByRole('button', { name: 'Refund $5.00' }).click()
  await hers.getByRole('dialog').getByRole('button', { name: 'Refund $5.00' }).click()
  await expect(hers.getByText('$5.00 refunded to Rita Ordered')).toBeVisible()
  await expect(page.getByText('No request to answer')).toBeVisible()
})

test('many labels at once: one that has no weight says so, and the others open as one PDF', async ({
  house,
}) => {
  const olga = await house.guest('Olga Labels')
  const rita = await regular(house, olga, 'Rita Labels')
  for (const weightGrams of [300, 0, 500]) {
    const { shipment } = await rita.buys({ weightGrams })
    await olga.api('POST', `/accounts/${olga.account}/shipments/${shipment}/packed`, {})
  }
  const page = await olga.open(`/dashboard/${olga.account}/orders/parcels?status=created`)
  await page.getByRole('checkbox', { name: 'Select all shown' }).check()
  await expect(page.getByText('3 parcels selected')).toBeVisible()
  await page.getByRole('button', { name: 'Get labels' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Get labels' }).click()
  await expect(page.getByText('2 done')).toBeVisible()
  await expect(page.getByText('1 × Enter the parcel’s weight first.')).toBeVisible()
  await opensPdf(page, olga, 'Open 2 labels as one PDF', 2)
  await expect(page.getByRole('row')).toHaveCount(2)
})
