import type { Page } from '@playwright/test'
import { cards } from '../../cast/buyers.ts'
import { type Permission, permissions, type Role } from '../../src/permissions.ts'
import * as acts from './acts.ts'
import { offer, readyToBuy } from './buying.ts'
import { expect, type Guest, type House, joinTeam, test } from './house.ts'
import { regular } from './shipping.ts'

const everybody = ['Home', 'Shows', 'Inventory', 'Orders', 'Messages', 'Settings']
const trusted = ['Home', 'Shows', 'Inventory', 'Orders', 'Messages', 'Reports', 'Spending', 'Settings']
const [owners, shared] = [
  ['Payment methods', 'Payouts'],
  ['Team', 'Account', 'Notifications', 'Sessions'],
]

/** What each role finds in the navigation, and what its address refuses. */
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

test.describe.configure({ timeout: 180_000 })

test('what each role can do is in the navigation and works, and what it cannot do is not there', async ({
  house,
}) => {
  const { olga, team, rita, edda, ritas, bears } = await furnish(house)
  const own = `/dashboard/${olga.account}`
  for (const [role, person] of Object.entries(team) as [Role, Guest][]) {
    await test.step(role, async () => {
      const page = await person.open(own)
      await hasInSight(page, role)

      // Inventory and orders are everybody's; a cancellation is decided, or an answer suggested.
      await acts.addsProduct(page, `Scarf of ${role}`)
      const sold = await rita.buys({ title: `Lamp for ${role}` })
      await acts.labels(page, `Lamp for ${role}`)
      const decides = role !== 'support'
      await expect(page.getByRole('button', { name: 'Refund', exact: true })).toHaveCount(decides ? 1 : 0)
      await expect(page.getByRole('button', { name: 'Suggest a refund' })).toHaveCount(decides ? 0 : 1)
      await expect(page.getByText(sold.code).first()).toBeVisible()
      // What Support suggests, the Seller decides.
      if (role !== 'seller') await edda.asks(await edda.buys(), 'The wrong colour')
      if (decides) await acts.acceptsCancellation(page)
      else await acts.suggestsCancellation(page, person.name)

      // The figures and the money.
      if (role === 'owner' || role === 'admin') {
        await acts.readsReports(page)
        await acts.buys(page, olga.account, ritas, bears)
      }
      if (role === 'owner') {
        await acts.saysWherePayoutsGo(page)
        await acts.prefersCard(page)
      }
      const mine = role === 'owner' ? 1 : 0
      await acts.follow(page, 'Settings', 'Account')
      await expect(page.getByRole('heading', { name: 'Account', level: 1 })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Delete account' })).toHaveCount(mine)
      await acts.follow(page, 'Team')
      await expect(page.getByRole('table').or(page.getByRole('list')).first()).toBeVisible()
      const manages = role === 'owner' || role === 'admin'
      await expect(page.getByRole('button', { name: 'Invite', exact: true })).toHaveCount(manages ? 1 : 0)

      for (const [path, permission] of seen[role].refused) {
        await page.goto(`${own}/${path}`)
        await refuses(page, permission, role)
      }
      await page.close()
    })
  }
})

/** Maison Ours with its team, cards and an address; two who buy from it; and another shop. */
async function furnish(house: House) {
  const olga = await house.guest('Olga Roles')
  const team = {
    // Support comes first: what it suggests waits for the next who decides.
    support: await house.guest('Theo Roles'),
    seller: await house.guest('Selma Roles'),
    admin: await house.guest('Marc Roles'),
    owner: olga,
  }
  for (const role of ['support', 'seller', 'admin'] as const) await joinTeam(house, olga, team[role], role)
  await readyToBuy(olga, cards.good, '5555 5555 5555 4444')
  const ritas = await house.guest('Rita Shop')
  return {
    olga,
    team,
    ritas,
    bears: await offer(ritas),
    rita: await regular(house, olga, 'Rita Regular'),
    edda: await regular(house, olga, 'Edda Regrets'),
  }
}

async function hasInSight(page: Page, role: Role) {
  const links = (label: string) =>
    page.getByRole('navigation', { name: label, exact: true }).getByRole('link')
  await expect(links('Pages')).toHaveText(seen[role].pages)
  await acts.follow(page, 'Settings')
  const settings = links('Settings pages')
  await expect(settings).toHaveCount(seen[role].settings.length)
  for (const name of seen[role].settings) await expect(settings.filter({ hasText: name })).toHaveCount(1)
}

/** A direct address names the permission that is missing, the role, and who can give it. */
async function refuses(page: Page, permission: Permission, role: Role) {
  await expect(page.getByRole('heading', { name: 'Your role doesn’t include this page' })).toBeVisible()
  const main = page.getByRole('main')
  await expect(main).toContainText(`It needs “${permissions[permission].name.en}”`)
  await expect(main).toContainText(`You are ${role[0]?.toUpperCase()}${role.slice(1)} here.`)
  const owners = permission === 'payouts.manage' || permission === 'payment_methods.manage'
  await expect(main).toContainText(
    owners ? 'It belongs to the Owner, Olga Roles, and cannot be given.' : 'These people can give it to you:',
  )
  if (!owners) for (const name of ['Olga Roles', 'Marc Roles']) await expect(main).toContainText(name)
}
