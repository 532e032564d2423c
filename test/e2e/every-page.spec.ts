import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { offer, spendingPages } from './buying.ts'
import { expect, type Guest, type House, joinTeam, password, test } from './house.ts'
import { moneyPages } from './selling.ts'
import { orderPages } from './shipping.ts'

/** Every page there is, as its Owner meets it: with something on it. */
const areas: Record<string, (house: House, olga: Guest, name: string) => Promise<string[]>> = {
  'before the door': async (_, { shop, ...olga }) => [
    '/',
    '/sign-in',
    '/sign-up',
    '/forgot-password',
    '/reset-password?token=none',
    '/two-factor',
    '/invite',
    '/help/team-permissions',
    `/shops/${shop}`,
    `/shops/${shop}/products/${await offer({ ...olga, shop })}`,
    '/shops/nobodys',
    '/nowhere',
    '/mailbox',
  ],
  'the account and its inventory': async (house, olga, name) => {
    const { account } = olga
    const product = await furnish(house, olga, name)
    return [
      `/dashboard/${account}`,
      `/dashboard/${account}/inventory`,
      `/dashboard/${account}/inventory?search=nothing-has-this`,
      `/dashboard/${account}/inventory/new`,
      `/dashboard/${account}/inventory/import`,
      `/dashboard/${account}/inventory/${product}`,
      `/dashboard/${account}/settings/team`,
      `/dashboard/${account}/settings/account`,
      `/dashboard/${account}/settings/sessions`,
      `/dashboard/${account}/settings/activity`,
      '/dashboard/acc_nobodys/inventory',
    ]
  },
  spending: spendingPages,
  orders: orderPages,
  money: (house, olga, name) => moneyPages(house, olga, name, password),
}

// Each language, each size and each scheme once: what one of them breaks does not depend on the others.
for (const [language, locale, width, colorScheme] of [
  ['English', 'en-GB', 1280, 'light'],
  ['French', 'fr-FR', 360, 'dark'],
] as const) {
  for (const [area, pagesOf] of Object.entries(areas)) {
    const setting = `${language}, ${width} wide, ${colorScheme}`
    test(`axe finds nothing on any page of ${area}: ${setting}`, async ({ house }) => {
      const name = `${area.split(' ').at(-1)} ${language}`
      const viewport = { width, height: 800 }
      const olga = await house.guest(`Olga ${name}`, { locale, colorScheme, viewport })
      const page = await olga.context.newPage()
      const complaints: string[] = []
      page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
      for (const path of await pagesOf(house, olga, name)) {
        await page.goto(path)
        await settled(page)
        expect.soft(await violations(page), `${path} by axe`).toEqual([])
        expect.soft(await overflow(page), `${path} scrolls sideways`).toBe(0)
        expect.soft(await page.locator('h1').count(), `${path} has one h1`).toBe(1)
      }
      expect.soft(complaints.filter((text) => !/status of 40[0-9]/.test(text))).toEqual([])
    })
  }
}

test('axe finds nothing in the dialogs', async ({ house }) => {
  const olga = await house.guest('Olga Dialogs')
  await furnish(house, olga, 'Dialogs')
  const page = await olga.open(`/dashboard/${olga.account}/settings/team`)
  await page.getByRole('button', { name: 'Invite', exact: true }).first().click()
  await page.getByLabel('E-mail addresses').fill('a@example.com, b@example.com')
  await page.getByLabel('E-mail addresses').blur()
  expect.soft(await violations(page), 'inviting').toEqual([])
  await page.getByRole('tab', { name: 'Pending' }).click()
  await settled(page)
  expect.soft(await violations(page), 'pending').toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: /^Role of Theo/ }).click()
  await settled(page)
  expect.soft(await violations(page), 'choosing a role').toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^More for Theo/ }).click()
  await page.getByRole('menuitem', { name: 'Remove access' }).click()
  await settled(page)
  expect.soft(await violations(page), 'removing').toEqual([])
})

test('axe finds nothing in the dialogs of spending', async ({ house }) => {
  const olga = await house.guest('Olga Spends')
  await spendingPages(house, olga, 'Spends')
  const page = await olga.open(`/dashboard/${olga.account}/settings/payment-methods`)
  await page.getByRole('button', { name: 'Connect a card' }).click()
  await page.getByRole('button', { name: 'Test cards' }).click()
  await settled(page)
  expect.soft(await violations(page), 'connecting a card').toEqual([])
  await page.goto(`/dashboard/${olga.account}/spending/addresses`)
  await page.getByRole('button', { name: 'Add address' }).click()
  await page.getByRole('combobox', { name: 'Country' }).click()
  await settled(page)
  expect.soft(await violations(page), 'adding an address').toEqual([])
})

async function furnish(house: House, olga: Guest, name: string): Promise<string> {
  const theo = await house.guest(`Theo ${name}`)
  await joinTeam(house, olga, theo, 'support')
  await olga.api('POST', `/accounts/${olga.account}/invitations`, {
    invitations: [{ email: 'nadia@example.com', role: 'seller' }],
  })
  const product = await olga.api('POST', `/accounts/${olga.account}/products`, {
    title: 'Wool jacket',
    price: 8900,
    quantity: 6,
  })
  return product.id
}

/** Waits until what moves has come to rest. */
async function settled(page: Page) {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
}

async function violations(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

const overflow = (page: Page) =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  )
