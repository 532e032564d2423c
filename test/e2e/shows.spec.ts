import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { castPassword } from '../../cast/people.ts'
import { makePhoto } from '../support/make-photo.ts'
import { expect, test } from './support/fixtures.ts'
import { expectAccessible } from './support/page-checks.ts'
import { clockTimeInDays, createShowTeam, planShows } from './support/shows-setup.ts'

test('Selma schedules a weekly show with a cover, changes the following ones with it, and cancels one', async ({
  house,
}) => {
  const { olga, selma, shows } = await createShowTeam(house, 'Plans')
  const page = await selma.open(shows)
  await expect(page.getByText('No show is scheduled')).toBeVisible()
  await expectAccessible(page, 'no shows')
  await page.getByRole('link', { name: 'Schedule a show' }).first().click()

  // A missing value is reported at its field, and the typed text stays.
  await page.getByLabel('Description').fill('Coats from the attic.')
  await page.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect(page.getByText('A show needs a title')).toBeVisible()
  await expect(page.getByText('Choose the day and the time')).toBeVisible()
  await expectAccessible(page, 'a show without a title')
  await page.getByLabel('Title').fill('Winter coats')
  await chooseDay(page, 14)
  await page.getByLabel(/^Time( \*)?$/).fill('19:30')
  await page.getByRole('combobox', { name: 'Time zone' }).fill('new york')
  await page.getByRole('option', { name: 'America/New York' }).click()
  await expect(page.getByText('For you, that is')).toBeVisible()
  await page.getByRole('combobox', { name: 'Repeat' }).click()
  await page.getByRole('option', { name: 'Every week' }).click()
  await page.getByLabel('How many shows').fill('3')
  await expect(page.getByText('The last one is on')).toBeVisible()
  await page.locator('input[type="file"]').setInputFiles({
    name: 'cover.png',
    mimeType: 'image/png',
    buffer: await makePhoto({ width: 800, height: 450 }),
  })
  await expect(page.getByAltText('Cover of the show')).toBeVisible()
  await page.getByRole('button', { name: 'Schedule 3 shows' }).click()
  await expect(page.getByText('“Winter coats” is scheduled 3 times')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Winter coats')
  await expectAccessible(page, 'a show that is planned')
  const all = async () => (await olga.api('GET', `/accounts/${olga.account}/shows?status=upcoming`)).items
  const clocks = async () =>
    (await all()).map(({ startsAt, zone }: { startsAt: string; zone: string }) =>
      new Date(startsAt).toLocaleTimeString('en-GB', { timeZone: zone, timeStyle: 'short' }),
    )
  expect(await clocks()).toEqual(['19:30', '19:30', '19:30'])
  for (const { cover } of await all()) expect((await page.request.get(cover.url)).ok()).toBe(true)

  // From the second show on, the series is later and has another title.
  const [, second] = await all()
  await page.goto(`${shows}/${second.id}`)
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('Title').fill('Winter coats, and hats')
  await page.getByLabel(/^Time( \*)?$/).fill('20:15')
  await page.getByRole('radio', { name: 'This show and the following one' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Winter coats, and hats')
  expect(await clocks()).toEqual(['19:30', '20:15', '20:15'])
  const titles = async () => (await all()).map(({ title }: { title: string }) => title)
  expect(await titles()).toEqual(['Winter coats', 'Winter coats, and hats', 'Winter coats, and hats'])

  // Only this show is cancelled: the dialog says what will happen, and the page shows the reason.
  await page.getByRole('button', { name: /^More for/ }).click()
  await page.getByRole('menuitem', { name: 'Cancel the show' }).click()
  await page.getByLabel('Reason (optional)').fill('Selma is away.')
  await expectAccessible(page, 'cancelling a show')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the show' }).click()
  await expect(page.getByText('The reason given: Selma is away.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Edit' })).toBeHidden()
  expect(await titles()).toEqual(['Winter coats', 'Winter coats, and hats'])

  // Home shows the next one, with a link to the studio.
  await page.goto(`/dashboard/${olga.account}`)
  const next = page.getByRole('region', { name: 'The next show' })
  await expect(next.getByRole('link', { name: 'Winter coats', exact: true })).toBeVisible()
  await expect(next.getByRole('link', { name: 'Go live' })).toHaveAttribute('href', /\/studio$/)
})

test('Selma chooses a show’s products and prices, and orders them by keyboard and by dragging', async ({
  house,
}) => {
  const { olga, selma, shows, products } = await createShowTeam(house, 'Sells')
  const [show] = await planShows(olga)
  const page = await selma.open(`${shows}/${show}`)
  await page.getByRole('link', { name: 'Products', exact: true }).click()
  await expect(page.getByText('Nothing to sell yet')).toBeVisible()
  await page.getByRole('button', { name: 'Add products' }).click()
  const dialog = page.getByRole('dialog')
  for (const title of Object.keys(products)) await dialog.getByLabel(title).check()
  await expectAccessible(page, 'choosing products')
  await dialog.getByRole('button', { name: 'Add 3 products' }).click()
  const path = `/accounts/${olga.account}/shows/${show}/products`
  const kept = async () =>
    (await olga.api('GET', path)).items.map(({ title, price }: { title: string; price: number }) => [
      title,
      price,
    ])
  const [jacket, scarf, bear] = [
    ['Wool jacket', 8900],
    ['Silk scarf', 6400],
    ['Ceramic bear', 1600],
  ]
  await expect.poll(kept).toEqual([jacket, scarf, bear])

  await page.getByRole('button', { name: 'Move “Ceramic bear” up' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(kept).toEqual([jacket, bear, scarf])
  await expect(page.getByText('“Ceramic bear” is now 2 of 3')).toBeAttached()
  await page.keyboard.press('Enter')
  await expect.poll(kept).toEqual([bear, jacket, scarf])
  const rows = page.getByRole('list', { name: 'Products of the show' }).getByRole('listitem')
  await rows.nth(2).getByText('Silk scarf').dragTo(rows.nth(0).getByText('Ceramic bear'))
  await expect.poll(kept).toEqual([scarf, bear, jacket])

  const price = page.getByLabel('Price of “Silk scarf” in this show')
  await price.fill('nothing')
  await price.blur()
  await expect(page.getByText('Enter an amount above 0')).toBeVisible()
  await price.fill('49.50')
  await price.press('Enter')
  await expect(page.getByText('Usually $64.00')).toBeVisible()
  await page.getByRole('button', { name: 'Remove “Wool jacket” from the show' }).click()
  await expect.poll(kept).toEqual([['Silk scarf', 4950], bear])
  await expect(page.getByText('All changes are saved')).toBeVisible()
  await expectAccessible(page, 'the products of a show')
})

test('Support sees the shows with their products, and cannot change anything', async ({ house }) => {
  const { olga, theo, shows, products } = await createShowTeam(house, 'Looks')
  const [show] = await planShows(olga)
  await olga.api('PATCH', `/accounts/${olga.account}/shows/${show}/products`, {
    products: [{ product: products['Silk scarf'] }],
  })
  const page = await theo.open(shows)
  await page.getByRole('link', { name: 'Winter coats' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Winter coats')
  await page.getByRole('link', { name: 'Products', exact: true }).click()
  await expect(page.getByText('Silk scarf')).toBeVisible()
  await page.getByRole('link', { name: 'Shipments' }).click()
  await expect(page.getByText('Nothing to ship')).toBeVisible()
  for (const [role, name] of [
    ['link', 'Schedule a show'],
    ['link', 'Go live'],
    ['link', 'Edit'],
    ['button', 'Rehearse'],
    ['button', 'Add products'],
  ] as const)
    await expect(page.getByRole(role, { name })).toBeHidden()
  await page.getByRole('button', { name: /^More for/ }).click()
  await expect(page.getByRole('menuitem')).toHaveText(['See its public page'])
  await page.goto(`${shows}/${show}/edit`)
  await expect(page.getByRole('heading', { name: 'Your role doesn’t include this page' })).toBeVisible()
})

test('a visitor finds a show, bookmarks it, adds it to a calendar, and sees that it is cancelled', async ({
  house,
}) => {
  const { olga } = await createShowTeam(house, 'Shown')
  const [show] = await planShows(olga, { title: 'Coats, hats; more', zone: 'UTC', category: 'Attic' })
  const [hidden] = await planShows(olga, { title: 'For friends', discoverability: 'link', category: 'Attic' })
  const rita = await house.guest('Rita Shown')
  await rita.context.clearCookies()

  // She searches before the shows have arrived: what she types is kept.
  const typed = Promise.withResolvers<void>()
  await rita.context.route(/\/api\/v1\/shows\?/, async (route) => {
    await typed.promise
    await route.continue()
  })
  const page = await rita.open('/shows')
  await page.getByPlaceholder('Title, category or shop').fill('coats, hats')
  typed.resolve()
  await expect(page).toHaveURL(/search=/)
  await expect(page.getByPlaceholder('Title, category or shop')).toBeFocused()
  await page.getByRole('link', { name: /Coats, hats; more/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Coats, hats; more')

  // Bookmarking requires signing in, and then returns here.
  await page.getByRole('link', { name: 'Bookmark' }).click()
  await page.getByLabel('E-mail').fill(rita.email)
  await page.getByLabel('Password', { exact: true }).fill(castPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`**/shows/${show}`)
  await page.getByRole('button', { name: 'Bookmark' }).click()
  await expect(page.getByRole('button', { name: 'Bookmarked' })).toHaveAttribute('aria-pressed', 'true')

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Add to calendar' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('show.ics')
  const text = readFileSync(await file.path(), 'utf8').replaceAll('\r\n ', '')
  expect(text).toContain(`DTSTART:${clockTimeInDays(10).replaceAll(/[-:]/g, '')}00Z\r\n`)
  expect(text).toContain('SUMMARY:Coats\\, hats\\; more')

  // A person with the link of the other show sees it, although it is in no list.
  await page.goto('/shows?category=Attic')
  await expect(page.getByRole('link', { name: /Coats, hats; more/ })).toBeVisible()
  await expect(page.getByText('For friends')).toBeHidden()
  await page.goto('/shows')
  const kept = page.getByRole('region', { name: 'Your bookmarks' })
  await expect(kept.getByRole('link', { name: /Coats, hats; more/ })).toBeVisible()
  await page.goto(`/shows/${hidden}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('For friends')

  // It is cancelled while she looks at it.
  await page.goto(`/shows/${show}`)
  await expect(page.getByRole('button', { name: 'Bookmarked' })).toBeVisible()
  const reason = { reason: 'The attic is empty.' }
  await olga.api('POST', `/accounts/${olga.account}/shows/${show}/cancellation`, reason)
  await expect(page.getByText('This show was cancelled')).toBeVisible()
  await expect(page.getByText('“The attic is empty.”')).toBeVisible()
  await expectAccessible(page, 'a show that is cancelled')
})

test('Olga stops the current host’s broadcast from another device', async ({ house }) => {
  const { olga, selma, shows } = await createShowTeam(house, 'Stops')
  const [show] = await planShows(olga)
  const page = await olga.open(`${shows}/${show}`)
  await expect(page.getByRole('link', { name: 'Go live' })).toBeVisible()
  await selma.api('POST', `/accounts/${olga.account}/shows/${show}/broadcast`, {})
  await expect(page.getByText('Selma Stops is on the air')).toBeVisible()
  await expect(page.getByText('LIVE', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Emergency stop' }).click()
  await expectAccessible(page, 'the emergency stop')
  await page.getByRole('button', { name: 'Stop now' }).click()
  await expect(page.getByText('The show is stopped', { exact: true })).toBeVisible()
  await expect(page.getByText(/It can be continued for another [12]\sh/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Continue' })).toBeVisible()
})

/** Chooses the day this many days from now, in the calendar that opens. */
async function chooseDay(page: Page, days: number) {
  const day = new Date(Date.now() + days * 86_400_000)
  await page.getByRole('button', { name: 'Day' }).click()
  const month = await page.evaluate(() => new Date().getMonth())
  if (day.getMonth() !== month) await page.getByRole('button', { name: 'Next month' }).click()
  const name = day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  await page.getByRole('button', { name, exact: true }).click()
}
