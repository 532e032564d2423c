import type { Page } from '@playwright/test'
import { expect, type Guest, password } from './house.ts'

/* One real act per area of a shop, each begun at the navigation of a page that is open already. */

/** Opens a page by the navigation. */
export async function follow(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await page.getByRole('link', { name, exact: true }).first().click()
}

export async function addsProduct(page: Page, title: string): Promise<void> {
  await follow(page, 'Inventory')
  await page.getByRole('link', { name: 'Add product' }).first().click()
  await page.getByLabel('Title').fill(title)
  await page.getByLabel(/^Price/).fill('12.50')
  await page.getByLabel('How many there are').fill('3')
  await page.getByRole('button', { name: 'Add product' }).click()
  await expect(page.getByRole('link', { name: title })).toBeVisible()
}

export async function labels(page: Page, title: string): Promise<void> {
  await follow(page, 'Orders')
  await expect(page.getByRole('heading', { name: 'Orders', level: 1 })).toBeVisible()
  await follow(page, title)
  await page.getByRole('button', { name: 'Get a label' }).click()
  await expect(page.getByLabel('Tracking number')).toHaveValue(/^SD\d{9}FR$/)
}

const toRequests = async (page: Page) => {
  await follow(page, 'Orders')
  await page.getByRole('link', { name: /^Cancellation requests/ }).click()
}

export async function acceptsCancellation(page: Page): Promise<void> {
  await toRequests(page)
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await page.getByRole('button', { name: /^Accept and pay back/ }).click()
  await expect(page.getByText('No request to answer')).toBeVisible()
}

/** Suggests an answer, and finds no way to give one. */
export async function suggestsCancellation(page: Page, name: string): Promise<void> {
  await toRequests(page)
  await page.getByRole('button', { name: 'Suggest accepting' }).click()
  await page.getByRole('button', { name: 'Send suggestion' }).click()
  await expect(page.getByText(`${name} suggests accepting`)).toBeVisible()
  for (const act of ['Accept', 'Decline'])
    await expect(page.getByRole('button', { name: act, exact: true })).toHaveCount(0)
}

export async function readsReports(page: Page): Promise<void> {
  await follow(page, 'Reports')
  await expect(page.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible()
  await expect(page.getByRole('main').locator('dl').first()).toContainText('$')
}

/** Buys for the account from another one's shop, and finds it among its purchases. */
export async function buys(page: Page, account: string, shop: Guest, product: string): Promise<void> {
  await page.goto(`/dashboard/${account}/spending/checkout?shop=${shop.shop}&product=${product}&quantity=1`)
  await page.getByRole('button', { name: /^Pay \$/ }).click()
  const code = page.getByRole('heading', { name: /^Purchase / })
  await expect(code).toBeVisible()
  const [bought = ''] = /[A-Z0-9]{8}$/.exec((await code.textContent()) ?? '') ?? []
  await follow(page, 'Spending')
  await expect(page.getByText(bought)).toBeVisible()
}

export async function saysWherePayoutsGo(page: Page): Promise<void> {
  await follow(page, 'Settings', 'Payouts')
  await page.getByRole('button', { name: 'Add a bank account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Account holder').fill('Olga Ours')
  await dialog.getByText('IBAN', { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'IBAN' }).fill('DE89370400440532013000')
  await dialog.getByLabel('Your password').fill(password)
  await dialog.getByRole('button', { name: 'Save bank account' }).click()
  await expect(page.getByText('•••• 3000 · Germany')).toBeVisible()
}

export async function prefersCard(page: Page): Promise<void> {
  await follow(page, 'Settings', 'Payment methods')
  await page.getByRole('button', { name: 'More for Mastercard •• 4444' }).click()
  await page.getByRole('menuitem', { name: /prefer/i }).click()
  const cards = page.getByRole('list', { name: 'Payment methods' }).getByRole('listitem')
  await expect(cards.filter({ hasText: '4444' })).toContainText('Preferred')
}
