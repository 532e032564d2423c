import type { Page } from '@playwright/test'
import { sandboxCards } from '../../../cast/cards-and-addresses.ts'
import { type Permission, permissions, type Role } from '../../../src/permissions.ts'
import { type BrowserUser, type E2eWorld, expect, joinTeam, test } from '../support/fixtures.ts'
import { createRepeatBuyer } from '../support/orders-setup.ts'
import { follow } from '../support/page-checks.ts'
import {
  acceptCancellationOnPage,
  addBankAccountOnPage,
  addProductOnPage,
  buyOnPage,
  followLinks,
  makeLabelOnPage,
  preferCardOnPage,
  readReportsOnPage,
  suggestCancellationOnPage,
} from '../support/role-actions.ts'
import { connectCardsAndAddress, putOnSale } from '../support/spending-setup.ts'

const everybody = ['Home', 'Shows', 'Inventory', 'Orders', 'Messages', 'Settings']
const trusted = ['Home', 'Shows', 'Inventory', 'Orders', 'Messages', 'Reports', 'Spending', 'Settings']
const [owners, shared] = [
  ['Payment methods', 'Payouts'],
  ['Team', 'Account', 'Notifications', 'Sessions'],
]

/** The pages that each role finds in the navigation, and the addresses that are refused. */
const seen: Record<Role, { pages: string[]; settings: string[]; refused: [string, Permission][] }> = {
  owner: { pages: trusted, settings: [...shared, ...owners, 'Activity'], refused: [] },
  admin: {
    pages: trusted,
    settings: [...shared, 'Activity'],
    refused: [
      ['settings/payouts', 'payouts.manage'],
      ['settings/payment-methods', 'payment_methods.manage'],
    ],
  },
  seller: { pages: everybody, settings: shared, refused: [] },
  support: { pages: everybody, settings: shared, refused: [] },
}
seen.seller.refused = seen.support.refused = [
  ...seen.admin.refused,
  ['reports', 'reports.view'],
  ['spending', 'money.spend'],
  ['settings/activity', 'team.manage'],
]
seen.support.refused = [...seen.seller.refused, ['shows/new', 'shows.manage']]

test.describe.configure({ timeout: 300_000 })

test('each role finds in the navigation what it can do, and it works; what it cannot do is not shown', async ({
  house,
}) => {
  const { olga, team, rita, edda, ritas, bears } = await furnish(house)
  const own = `/dashboard/${olga.account}`
  for (const [role, person] of Object.entries(team) as [Role, BrowserUser][]) {
    await test.step(role, async () => {
      const page = await person.open(own)
      await hasInSight(page, role)

      // Every role has inventory and orders. A cancellation request is answered, or an answer is suggested.
      await addProductOnPage(page, `Scarf of ${role}`)
      const sold = await rita.buys({ title: `Lamp for ${role}` })
      await makeLabelOnPage(page, `Lamp for ${role}`)
      const decides = role !== 'support'
      await expect(page.getByRole('button', { name: 'Refund', exact: true })).toHaveCount(decides ? 1 : 0)
      await expect(page.getByRole('button', { name: 'Suggest a refund' })).toHaveCount(decides ? 0 : 1)
      await expect(page.getByText(sold.code).first()).toBeVisible()
      // The Seller decides what Support has suggested.
      if (role !== 'seller') await edda.asks(await edda.buys(), 'The wrong colour')
      if (decides) await acceptCancellationOnPage(page)
      else await suggestCancellationOnPage(page, person.name)

      // Reports and money.
      if (role === 'owner' || role === 'admin') {
        await readReportsOnPage(page)
        await buyOnPage(page, olga.account, ritas, bears)
      }
      if (role === 'owner') {
        await addBankAccountOnPage(page)
        await preferCardOnPage(page)
      }
      const mine = role === 'owner' ? 1 : 0
      await followLinks(page, 'Settings', 'Account')
      await expect(page.getByRole('heading', { name: 'Account', level: 1 })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Delete account' })).toHaveCount(mine)
      await followLinks(page, 'Team')
      await expect(page.getByRole('table').or(page.getByRole('list')).first()).toBeVisible()
      const manages = role === 'owner' || role === 'admin'
      await expect(page.getByRole('button', { name: 'Invite', exact: true })).toHaveCount(manages ? 1 : 0)

      for (const [path, permission] of seen[role].refused) {
        await follow(page, `${own}/${path}`)
        await refuses(page, permission, role)
      }
      await page.close()
    })
  }
})

/** Maison Ours with its team, cards and an address; two buyers; and another shop. */
async function furnish(house: E2eWorld) {
  const [olga, support, seller, admin, ritas] = await Promise.all([
    house.guest('Olga Roles'),
    house.guest('Theo Roles'),
    house.guest('Selma Roles'),
    house.guest('Marc Roles'),
    house.guest('Rita Shop'),
  ])
  // Support comes first: its suggestions wait for the next role that decides.
  const team = { support, seller, admin, owner: olga }
  for (const role of ['support', 'seller', 'admin'] as const) await joinTeam(house, olga, team[role], role)
  await connectCardsAndAddress(olga, sandboxCards.good, '5555 5555 5555 4444')
  return {
    olga,
    team,
    ritas,
    bears: await putOnSale(ritas),
    rita: await createRepeatBuyer(house, olga, 'Rita Regular'),
    edda: await createRepeatBuyer(house, olga, 'Edda Regrets'),
  }
}

async function hasInSight(page: Page, role: Role) {
  const links = (label: string) =>
    page.getByRole('navigation', { name: label, exact: true }).getByRole('link')
  await expect(links('Pages')).toHaveText(seen[role].pages)
  await followLinks(page, 'Settings')
  const settings = links('Settings pages')
  await expect(settings).toHaveCount(seen[role].settings.length)
  for (const name of seen[role].settings) await expect(settings.filter({ hasText: name })).toHaveCount(1)
}

/** The address of a refused page says which permission is missing, the role, and who can grant it. */
async function refuses(page: Page, permission: Permission, role: Role) {
  await expect(page.getByRole('heading', { name: 'Your role doesn’t include this page' })).toBeVisible()
  const main = page.getByRole('main')
  await expect(main).toContainText(`It needs “${permissions[permission].name.en}”`)
  await expect(main).toContainText(`You are ${role[0]?.toUpperCase()}${role.slice(1)} here.`)
  const owners = permission === 'payouts.manage' || permission === 'payment_methods.manage'
  await expect(main).toContainText(
    owners
      ? 'Only the Owner, Olga Roles, has it, and it cannot be given.'
      : 'These people can give it to you:',
  )
  if (!owners) for (const name of ['Olga Roles', 'Marc Roles']) await expect(main).toContainText(name)
}
