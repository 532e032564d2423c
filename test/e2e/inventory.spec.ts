import type { Page } from '@playwright/test'
import { makePhoto } from '../support/make-photo.ts'
import { type BrowserUser, type E2eWorld, expect, joinTeam, test } from './support/fixtures.ts'
import { expectAccessible } from './support/page-checks.ts'

test('Support adds photos and changes their order, and a file that is not a photo has an error', async ({
  house,
}) => {
  const { theo, shop, owner } = await stockroom(house, 'Photos')
  const page = await theo.open(`${shop}/new`)
  await page.getByLabel('Title').fill('Wool jacket')
  await page.getByRole('textbox', { name: 'Price' }).fill('89')
  await choose(page, await photo('front.png'), await photo('back.png'))
  await expect(photos(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Add product' }).click()
  await page.getByRole('link', { name: 'Wool jacket' }).click()
  await expect(photos(page)).toHaveCount(2)

  // A script, and a photo that is cut off, are listed with the reasons. The others are not affected.
  const broken = (await makePhoto({ width: 800, height: 600, format: 'jpeg' })).subarray(0, 700)
  await choose(
    page,
    {
      name: 'script.png',
      mimeType: 'image/png',
      buffer: Buffer.from('<svg><script>alert(1)</script></svg>'),
    },
    { name: 'half.jpg', mimeType: 'image/jpeg', buffer: broken },
    await photo('side.png'),
  )
  await expect(page.getByText('This file is not a photo.')).toBeVisible()
  await expect(page.getByText('This photo is damaged or incomplete.')).toBeVisible()
  await expect(photos(page)).toHaveCount(5)
  await expectAccessible(page, 'photos that were refused')
  for (const refused of ['Remove photo 5', 'Remove photo 4'])
    await page.getByRole('button', { name: refused }).click()
  await expect(photos(page)).toHaveCount(3)

  // By keyboard and by dragging: the last photo becomes the first.
  const sources = () =>
    photos(page)
      .getByRole('img')
      .evaluateAll((all) => all.map((one) => one.getAttribute('src')))
  const [first, second, third] = await sources()
  await page.getByRole('button', { name: 'Move photo 3 forward' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(sources).toEqual([first, third, second])
  await expect(page.getByText('The photo is now 2 of 3')).toBeAttached()
  await page.keyboard.press('Enter')
  await expect.poll(sources).toEqual([third, first, second])
  await photos(page).nth(2).dragTo(photos(page).nth(0))
  const kept = async () => {
    const { items } = await owner.api('GET', `/accounts/${owner.account}/products`)
    return items[0].photos.map(({ thumb }: { thumb: string }) => thumb)
  }
  await expect.poll(kept).toEqual([second, third, first])
  await page.reload()
  await expect.poll(sources).toEqual([second, third, first])

  // Removing asks for confirmation, since it cannot be undone. The public page is one click away.
  await page.getByRole('button', { name: 'Remove photo 3' }).click()
  await expectAccessible(page, 'removing a photo')
  await page.getByRole('dialog').getByRole('button', { name: 'Remove photo' }).click()
  await expect(photos(page)).toHaveCount(2)
  await page.getByRole('link', { name: 'See in the shop' }).click()
  await page.waitForURL(`**/shops/${owner.shop}/products/*`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wool jacket')
})

test('a file is previewed before it is imported; its bad rows are listed and left out', async ({ house }) => {
  const { theo, shop } = await stockroom(house, 'Imports')
  const page = await theo.open(`${shop}/import`)
  const drop = (text: string | Buffer) =>
    page
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'stock.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await drop('title,price\n"Lamp,12')
  await expect(page.getByRole('alert')).toContainText('a quotation mark is never closed')
  await drop(Buffer.from('title,price\nCafé,12', 'latin1'))
  await expect(page.getByRole('alert')).toContainText('not in UTF-8')

  await drop(
    'sku,title,price,quantity\nL1,Lamp,12.50,3\nL2,Chair,-4,1\nL1,Lamp again,9,1\nL3,Table,80,-2\nL4,Vase,7,2',
  )
  await expect(page.getByRole('heading', { name: 'stock.csv: 5 rows' })).toBeVisible()
  await expect(page.getByText('3 rows have a problem and will be left out.')).toBeVisible()
  const wrong = page.getByRole('table', { name: 'Problems' })
  await expect(wrong.getByRole('row').nth(1)).toContainText('3price An amount above 0')
  await expect(wrong.getByRole('row').nth(2)).toContainText('4sku The same as in row 2.')
  await expectAccessible(page, 'the preview of a file')
  await page.getByRole('button', { name: 'Import 2 rows' }).click()
  await expect(page.getByText('The import is done')).toBeVisible()
  await expect(page.getByText('3 rows could not be used:')).toBeVisible()
  await expectAccessible(page, 'what came of an import')

  await page.getByRole('link', { name: 'Inventory' }).first().click()
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).filter({ hasText: 'Lamp' })).toContainText('$12.50')
})

test('bulk actions change the selected products or all that match, and archiving can be undone', async ({
  house,
}) => {
  const { theo, shop, owner } = await stockroom(house, 'Bulk')
  for (let number = 1; number <= 27; number++)
    await owner.api('POST', `/accounts/${owner.account}/products`, {
      title: `Cup ${number}`,
      price: 500,
      quantity: 4,
    })
  const page = await theo.open(shop)
  const bar = page.getByLabel('Selected products')

  // Changes the price of two products.
  await page.getByLabel('Select “Cup 27”').check()
  await page.getByLabel('Select “Cup 26”').check()
  await expect(bar).toContainText('2 selected')
  await expectAccessible(page, 'a selection')
  await act(page, 'Set the price…')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Price').fill('0')
  await dialog.getByRole('button', { name: 'Set the price' }).click()
  await expect(dialog.getByText('Enter an amount above 0')).toBeVisible()
  await expectAccessible(page, 'a price that cannot be')
  await dialog.getByLabel('Price').fill('7.50')
  await dialog.getByRole('button', { name: 'Set the price' }).click()
  await expect(page.getByText('The products are changed')).toBeVisible()
  await expect(rows(page).filter({ hasText: '$7.50' })).toHaveCount(2)
  await page.getByRole('button', { name: 'Dismiss' }).click()

  // Everything that matches, including rows that are not loaded yet.
  await expect(rows(page)).toHaveCount(25)
  await page.getByLabel('Select all that are shown').check()
  await page.getByRole('button', { name: 'Select all that match' }).click()
  await act(page, 'Change to drafts')
  await page.getByRole('dialog').getByRole('button', { name: 'Change to drafts' }).click()
  await expect(page.getByText('27 done.')).toBeVisible()
  const drafts = await owner.api('GET', `/accounts/${owner.account}/products?status=active`)
  expect(drafts.items).toEqual([])

  // One product too many was archived, and is restored.
  await page.getByRole('button', { name: 'More for Cup 27' }).click()
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await expect(page.getByText('“Cup 27” is archived')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Cup 27' })).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: 'Cup 27' })).toBeVisible()
})

/** Olga’s inventory. Théo is in her team as Support. */
async function stockroom(
  house: E2eWorld,
  name: string,
): Promise<{ owner: BrowserUser; theo: BrowserUser; shop: string }> {
  const [owner, theo] = await Promise.all([house.guest(`Olga ${name}`), house.guest(`Theo ${name}`)])
  await joinTeam(house, owner, theo, 'support')
  return { owner, theo, shop: `/dashboard/${owner.account}/inventory` }
}

const photo = async (name: string) => ({ name, mimeType: 'image/png', buffer: await makePhoto() })
const photos = (page: Page) => page.getByRole('list', { name: 'Photos' }).getByRole('listitem')
const rows = (page: Page) => page.getByRole('table', { name: 'Inventory' }).locator('tbody').getByRole('row')

const choose = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.locator('input[type="file"]').setInputFiles(files)

async function act(page: Page, name: string) {
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByRole('menuitem', { name }).click()
}
