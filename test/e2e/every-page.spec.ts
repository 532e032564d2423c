import { offer, spendingPages } from './buying.ts'
import { roomPages } from './hosting.ts'
import { expect, type Guest, type House, joinTeam, password, test } from './house.ts'
import { looksRight } from './looking.ts'
import { showPages } from './planning.ts'
import { moneyPages } from './selling.ts'
import { orderPages } from './shipping.ts'
import { messagePages } from './writing.ts'

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
  'the live room': roomPages,
  shows: showPages,
  messages: messagePages,
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
        await looksRight(page, path)
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
  await looksRight(page, 'inviting')
  await page.getByRole('tab', { name: 'Pending' }).click()
  await looksRight(page, 'pending')
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: /^Role of Theo/ }).click()
  await looksRight(page, 'choosing a role')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^More for Theo/ }).click()
  await page.getByRole('menuitem', { name: 'Remove access' }).click()
  await looksRight(page, 'removing')
})

test('axe finds nothing in the dialogs of spending', async ({ house }) => {
  const olga = await house.guest('Olga Spends')
  await spendingPages(house, olga, 'Spends')
  const page = await olga.open(`/dashboard/${olga.account}/settings/payment-methods`)
  await page.getByRole('button', { name: 'Connect a card' }).click()
  await page.getByRole('button', { name: 'Test cards' }).click()
  await looksRight(page, 'connecting a card')
  await page.goto(`/dashboard/${olga.account}/spending/addresses`)
  await page.getByRole('button', { name: 'Add address' }).click()
  await page.getByRole('combobox', { name: 'Country' }).click()
  await looksRight(page, 'adding an address')
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
