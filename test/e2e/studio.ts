import type { Page } from '@playwright/test'
import { offer } from './buying.ts'
import { type Guest, expect as hasty } from './house.ts'

/** Browsers of which one makes a film are slow on a small machine. */
export const expect = hasty.configure({ timeout: 25_000 })

/** Schedules a show that sells one thing. @returns where it is hosted, and its id */
export async function schedule(owner: Guest, title: string) {
  const product = await offer(owner, { sale: 'auction', quantity: 3 })
  const startsAt = new Date(Date.now() + 3_600_000).toISOString().slice(0, 16)
  const shows = `/accounts/${owner.account}/shows`
  const { id } = (await owner.api('POST', shows, { title, startsAt, zone: 'UTC' })).items[0]
  await owner.api('PATCH', `${shows}/${id}/products`, { products: [{ product }] })
  return { id, path: `/dashboard/${owner.account}/shows/${id}/studio`, api: `${shows}/${id}` }
}

/** Two clicks; the camera comes on by itself, since the browser has let this page use it. */
export async function goesLive(page: Page, button = 'Go live'): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click({ timeout: 25_000 })
  await page.getByRole('button', { name: 'Go live now' }).click()
  await isOnAir(page)
}

export async function isOnAir(page: Page): Promise<void> {
  await expect(page.getByText('LIVE', { exact: true })).toBeVisible()
  await expect(page.getByText(/^Connection (good|weak|bad)$/)).toBeVisible()
}

type Length = { seconds: number; counter: number }

/** Starts an auction. */
export async function auctions(page: Page, title: string, { seconds, counter }: Length): Promise<void> {
  await page.getByRole('button', { name: `Auction ${title}` }).click()
  await page.getByLabel('Length in seconds').fill(String(seconds))
  await page.getByLabel('Counter-bid time in seconds').fill(String(counter))
  await page.getByRole('button', { name: 'Start', exact: true }).click()
}
