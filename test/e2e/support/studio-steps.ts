import type { Page } from '@playwright/test'
import { type BrowserUser, expect as hasty } from './fixtures.ts'
import { putOnSale } from './spending-setup.ts'

/** A browser that encodes video is slow on a small machine, so these checks wait longer. */
export const slowExpect = hasty.configure({ timeout: 60_000 })

/** Schedules a show with one product. @returns the studio's path, and the show's id */
export async function createStudioShow(owner: BrowserUser, title: string) {
  const product = await putOnSale(owner, { sale: 'auction', quantity: 3 })
  const startsAt = new Date(Date.now() + 3_600_000).toISOString().slice(0, 16)
  const shows = `/accounts/${owner.account}/shows`
  const { id } = (await owner.api('POST', shows, { title, startsAt, zone: 'UTC' })).items[0]
  await owner.api('PATCH', `${shows}/${id}/products`, { products: [{ product }] })
  return { id, path: `/dashboard/${owner.account}/shows/${id}/studio`, api: `${shows}/${id}` }
}

/** Goes live with two clicks. The camera turns on by itself, since the browser has granted the permission. */
export async function goLiveInStudio(page: Page, button = 'Go live'): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByRole('button', { name: 'Go live now' }).click()
  await expectOnAir(page)
}

export async function expectOnAir(page: Page): Promise<void> {
  await slowExpect(page.getByText('LIVE', { exact: true })).toBeVisible()
  await slowExpect(page.getByText(/^Connection (good|weak|bad)$/)).toBeVisible()
}

type Length = { seconds: number; counter: number }

/** Starts an auction. */
export async function startAuctionInStudio(
  page: Page,
  title: string,
  { seconds, counter }: Length,
): Promise<void> {
  await page.getByRole('button', { name: `Auction ${title}` }).click()
  await page.getByLabel('Length in seconds').fill(String(seconds))
  await page.getByLabel('Counter-bid time in seconds').fill(String(counter))
  await page.getByRole('button', { name: 'Start', exact: true }).click()
}
