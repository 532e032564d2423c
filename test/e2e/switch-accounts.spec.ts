import { expect, joinTeam, test } from './support/fixtures.ts'

test('the pages show only what the role can do, and a changed role is visible in the open page', async ({
  house,
}) => {
  const [olga, theo] = await Promise.all([house.guest('Olga Third'), house.guest('Theo Third')])
  await joinTeam(house, olga, theo, 'support')

  const page = await theo.open(`/dashboard/${olga.account}`)
  await expect(page.getByText(/You act for/)).toContainText('Support')
  await page.getByRole('link', { name: 'Inventory' }).first().click()
  await expect(page.getByRole('heading', { name: 'Inventory', level: 1 })).toBeVisible()
  await page.goto(`/dashboard/${olga.account}/settings/activity`)
  await expect(page.getByText('Your role doesn’t include this page')).toBeVisible()
  await expect(page.getByText(/Olga Third/).first()).toBeVisible()

  const team = await olga.open(`/dashboard/${olga.account}/settings/team`)
  await team.getByRole('combobox', { name: 'Role of Theo Third' }).click()
  await team.getByRole('option', { name: /^Admin/ }).click()
  await expect(page.getByText('Your role is now Admin')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible()
  await expect(page.getByText(/You act for/)).toContainText('Admin')

  await team.getByRole('button', { name: 'More for Theo Third' }).click()
  await team.getByRole('menuitem', { name: 'Remove access' }).click()
  await expect(team.getByRole('dialog')).toContainText('will lose access')
  await team.getByRole('dialog').getByRole('button', { name: 'Remove access' }).click()
  await expect(team.getByText('Theo Third no longer has access')).toBeVisible()
  await expect(page.getByText('Your access to Olga Third has ended')).toBeVisible()
  await expect(page.getByText('Your other accounts')).toBeVisible()
  await page.getByRole('main').getByText('Theo Third').first().click()
  await page.waitForURL(new RegExp(theo.account))
})

test('two tabs act for two accounts, and switching keeps the page', async ({ house }) => {
  const [olga, selma] = await Promise.all([house.guest('Olga Fourth'), house.guest('Selma Fourth')])
  await joinTeam(house, olga, selma, 'seller')

  const first = await selma.open(`/dashboard/${selma.account}/inventory`)
  const second = await selma.open(`/dashboard/${olga.account}/inventory`)
  await expect(second.getByText(/You act for/)).toContainText('Olga Fourth')
  await expect(first.getByText(/You act for/)).toHaveCount(0)

  await create(first, 'Scarf of Selma')
  await create(second, 'Jacket of Olga')
  await first.goto(`/dashboard/${selma.account}/inventory`)
  await expect(first.getByText('Scarf of Selma')).toBeVisible()
  await expect(first.getByText('Jacket of Olga')).toHaveCount(0)

  await first.getByRole('button', { name: /Switch account/ }).click()
  await first.getByRole('menuitemradio', { name: /Olga Fourth/ }).click()
  await first.waitForURL(`**/dashboard/${olga.account}/inventory`)
  await expect(first.getByText('Jacket of Olga')).toBeVisible()
  await expect(first.getByText('Scarf of Selma')).toHaveCount(0)
})

async function create(page: import('@playwright/test').Page, title: string) {
  await page.getByRole('link', { name: 'Add product' }).first().click()
  await page.getByLabel('Title').fill(title)
  await page.getByLabel(/^Price/).fill('12,50')
  await page.getByLabel('Quantity').fill('3')
  await page.getByRole('button', { name: 'Add product' }).click()
  await expect(page.getByText(title).first()).toBeVisible()
}
