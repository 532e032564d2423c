import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, type Guest, type House, joinTeam, test } from './house.ts'

/** Every page there is, as its Owner meets it. */
const pages = ({ account }: Guest, product: string) => [
  '/',
  '/sign-in',
  '/sign-up',
  '/forgot-password',
  '/reset-password?token=none',
  '/two-factor',
  '/invite',
  '/help/team-permissions',
  '/nowhere',
  '/mailbox',
  `/dashboard/${account}`,
  `/dashboard/${account}/inventory`,
  `/dashboard/${account}/inventory/new`,
  `/dashboard/${account}/inventory/${product}`,
  `/dashboard/${account}/settings/team`,
  `/dashboard/${account}/settings/account`,
  `/dashboard/${account}/settings/sessions`,
  `/dashboard/${account}/settings/activity`,
  '/dashboard/acc_nobodys/inventory',
]

for (const [language, locale] of [
  ['English', 'en-GB'],
  ['French', 'fr-FR'],
] as const) {
  for (const [size, width] of [
    ['wide', 1280],
    ['narrow', 360],
  ] as const) {
    const colorScheme = size === 'wide' ? 'light' : 'dark'
    test(`axe finds nothing on any page: ${language}, ${size}, ${colorScheme}`, async ({ house }) => {
      const olga = await house.guest(`Olga ${language} ${size}`, {
        locale,
        colorScheme,
        viewport: { width, height: 800 },
      })
      const product = await furnish(house, olga, `${language} ${size}`)
      const page = await olga.context.newPage()
      const complaints: string[] = []
      page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
      for (const path of pages(olga, product)) {
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
