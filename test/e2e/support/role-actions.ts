import type { Page } from '@playwright/test'
import { castPassword } from '../../../cast/people.ts'
import { type BrowserUser, expect } from './fixtures.ts'

/* One real act in each area of a shop, started from the navigation of an open page. */

/** Opens a page by the navigation. */
export async function followLinks(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await page.getByRole('link', { name, exact: true }).first().click()
}

export async function addProductOnPage(page: Page, title: string): Promise<void> {
  await followLinks(page, 'Inventory')
  await page.getByRole('link', { name: 'Add product' }).first().click()
  await page.getByLabel('Title').fill(title)
  await page.getByLabel(/^Price/).fill('12.50')
  await page.getByLabel('Quantity').fill('3')
  await page.getByRole('button', { name: 'Add product' }).click()
  await expect(page.getByRole('link', { name: title })).toBeVisible()
}

export async function makeLabelOnPage(page: Page, title: string): Promise<void> {
  await followLinks(page, 'Orders')
  await expect(page.getByRole('heading', { name: 'Orders', level: 1 })).toBeVisible()
  await followLinks(page, title)
  await page.getByRole('button', { name: 'Get a label' }).click()
  await expect(page.getByLabel('Tracking number')).toHaveValue(/^SD\d{9}FR$/)
}

const toRequests = async (page: Page) => {
  await followLinks(page, 'Orders')
  await page.getByRole('link', { name: /^Cancellation requests/ }).click()
}

export async function acceptCancellationOnPage(page: Page): Promise<void> {
  await toRequests(page)
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await page.getByRole('button', { name: /^Accept and refund/ }).click()
  await expect(page.getByText('No request to answer')).toBeVisible()
}

/** Suggests an answer, and checks that there is no button to give one. */
export async function suggestCancellationOnPage(page: Page, name: string): Promise<void> {
  await toRequests(page)
  await page.getByRole('button', { name: 'Suggest accepting' }).click()
  await page.getByRole('button', { name: 'Send suggestion' }).click()
  await expect(page.getByText(`${name} suggests accepting`)).toBeVisible()
  for (const act of ['Accept', 'Decline'])
    await expect(page.getByRole('button', { name: act, exact: true })).toHaveCount(0)
}

export async function readReportsOnPage(page: Page): Promise<void> {
  await followLinks(page, 'Reports')
  await expect(page.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible()
  await expect(page.getByRole('main').locator('dl').first()).toContainText('$')
}

/** Buys something for the account from another shop, and finds it among the purchases. */
export async function buyOnPage(
  page: Page,
  account: string,
  shop: BrowserUser,
  product: string,
): Promise<void> {
  await page.goto(`/dashboard/${account}/spending/checkout?shop=${shop.shop}&product=${product}&quantity=1`)
  await page.getByRole('button', { name: /^Pay \$/ }).click()
  const code = page.getByRole('heading', { name: /^Purchase / })
  await expect(code).toBeVisible()
  const [bought = ''] = /[A-Z0-9]{8}$/.exec((await code.textContent()) ?? '') ?? []
  await followLinks(page, 'Spending')
  await expect(page.getByText(bought)).toBeVisible()
}

export async function addBankAccountOnPage(page: Page): Promise<void> {
  await followLinks(page, 'Settings', 'Payouts')
  await page.getByRole('button', { name: 'Add a bank account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Account holder').fill('Olga Ours')
  await dialog.getByText('IBAN', { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'IBAN' }).fill('DE89370400440532013000')
  await dialog.getByLabel('Your password').fill(castPassword)
  await dialog.getByRole('button', { name: 'Save bank account' }).click()
  await expect(page.getByText('•••• 3000 · Germany')).toBeVisible()
}

export async function preferCardOnPage(page: Page): Promise<void> {
  await followLinks(page, 'Settings', 'Payment methods')
  await page.getByRole('button', { name: 'More for Mastercard •• 4444' }).click()
  await page.getByRole('menuitem', { name: /prefer/i }).click()
  const cards = page.getByRole('list', { name: 'Payment methods' }).getByRole('listitem')
  await expect(cards.filter({ hasText: '4444' })).toContainText('Preferred')
}
