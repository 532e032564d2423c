import type { BrowserContext } from '@playwright/test'
import { castPassword } from '../../cast/people.ts'
import { moneyPageUrls } from './support/earnings-setup.ts'
import { type BrowserUser, type E2eWorld, expect, joinTeam, test } from './support/fixtures.ts'
import { messagePageUrls } from './support/messages-setup.ts'
import { orderPageUrls } from './support/orders-setup.ts'
import { expectAccessible, follow } from './support/page-checks.ts'
import { showPageUrls } from './support/shows-setup.ts'
import { putOnSale, spendingPageUrls } from './support/spending-setup.ts'
import { watchPageUrls } from './support/watch-setup.ts'

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

/** All pages, with content, as an Owner sees them. */
const areas: Record<string, (house: E2eWorld, olga: BrowserUser, name: string) => Promise<string[]>> = {
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
    `/shops/${shop}/products/${await putOnSale({ ...olga, shop })}`,
    '/shops/nobodys',
    '/nowhere',
    '/mailbox',
  ],
  'the account and its inventory': async (house, olga, name) => {
    const { account } = olga
    const product = await furnishTeam(house, olga, name)
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
  spending: spendingPageUrls,
  orders: orderPageUrls,
  'the live room': watchPageUrls,
  shows: showPageUrls,
  messages: messagePageUrls,
  money: (house, olga, name) => moneyPageUrls(house, olga, name, castPassword),
}

// Each language, size and colour scheme occurs once: problems with one of them do not depend on the others.
const settings = [
  ['English', 'en-GB', 1280, 'light'],
  ['French', 'fr-FR', 360, 'dark'],
] as const

for (const [area, pagesOf] of Object.entries(areas)) {
  test.describe(`axe finds nothing on any page of ${area}`, () => {
    // One worker runs both stories, which visit the same content.
    test.describe.configure({ mode: 'default' })
    let furnished: Promise<{ paths: string[]; storageState: StorageState }>
    const furnish = async (house: E2eWorld) => {
      const name = area.split(' ').at(-1) as string
      const olga = await house.guest(`Olga ${name}`)
      const paths = await pagesOf(house, olga, name)
      return { paths, storageState: await olga.context.storageState() }
    }
    for (const [language, locale, width, colorScheme] of settings)
      test(`${language}, ${width} wide, ${colorScheme}`, async ({ house }) => {
        furnished ??= furnish(house)
        const { paths, storageState } = await furnished
        const options = { locale, colorScheme, viewport: { width, height: 800 } }
        const context = await house.visitor({ ...options, storageState })
        await context.request.patch('/api/v1/me', { data: { language: locale.slice(0, 2) } })
        const page = await context.newPage()
        const complaints: string[] = []
        page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
        await page.goto('/')
        for (const path of paths) {
          await follow(page, path)
          await expectAccessible(page, path)
          expect.soft(await page.locator('h1').count(), `${path} has one h1`).toBe(1)
        }
        expect.soft(complaints.filter((text) => !/status of 40[0-9]/.test(text))).toEqual([])
      })
  })
}

test('axe finds nothing in the dialogs', async ({ house }) => {
  const olga = await house.guest('Olga Dialogs')
  await furnishTeam(house, olga, 'Dialogs')
  const page = await olga.open(`/dashboard/${olga.account}/settings/team`)
  await page.getByRole('button', { name: 'Invite', exact: true }).first().click()
  await page.getByLabel('E-mail addresses').fill('a@example.com, b@example.com')
  await page.getByLabel('E-mail addresses').blur()
  await expectAccessible(page, 'inviting')
  await page.getByRole('tab', { name: 'Pending' }).click()
  await expectAccessible(page, 'pending')
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: /^Role of Theo/ }).click()
  await expectAccessible(page, 'choosing a role')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^More for Theo/ }).click()
  await page.getByRole('menuitem', { name: 'Remove access' }).click()
  await expectAccessible(page, 'removing')
})

test('axe finds nothing in the dialogs of spending', async ({ house }) => {
  const olga = await house.guest('Olga Spends')
  await spendingPageUrls(house, olga, 'Spends')
  const page = await olga.open(`/dashboard/${olga.account}/settings/payment-methods`)
  await page.getByRole('button', { name: 'Connect a card' }).click()
  await page.getByRole('button', { name: 'Test cards' }).click()
  await expectAccessible(page, 'connecting a card')
  await page.goto(`/dashboard/${olga.account}/spending/addresses`)
  await page.getByRole('button', { name: 'Add address' }).click()
  await page.getByRole('combobox', { name: 'Country' }).click()
  await expectAccessible(page, 'adding an address')
})

async function furnishTeam(house: E2eWorld, olga: BrowserUser, name: string): Promise<string> {
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
