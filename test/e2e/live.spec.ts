import type { Page } from '@playwright/test'
import { cards } from '../../cast/buyers.ts'
import { readyToBuy } from './buying.ts'
import { joinTeam, test } from './house.ts'
import { auctions, expect, goesLive, schedule } from './studio.ts'
import { hears, listenIn, sees, seesNothingNew } from './watching.ts'

async function says(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: field }).fill(text)
  await page.keyboard.press('Enter')
}

test('a Seller goes live, two bid into the last seconds; she is removed, and an Admin goes on', async ({
  house,
}) => {
  test.setTimeout(300_000)
  const olga = await house.guest('Olga Live')
  const [selma, marc] = [await house.guest('Selma Live'), await house.guest('Marc Live')]
  const theo = await house.guest('Theo Live')
  await joinTeam(house, olga, selma, 'seller')
  await joinTeam(house, olga, marc, 'admin')
  await joinTeam(house, olga, theo, 'support')
  const [rita, bruno] = [await house.guest('Rita Watches'), await house.guest('Bruno Bids Along')]
  for (const buyer of [rita, bruno]) await readyToBuy(buyer, cards.good)
  const show = await schedule(olga, 'Bears by candlelight')

  // On the air: in another browser she is seen and heard.
  const studio = await selma.open(show.path)
  await goesLive(studio)
  await listenIn(rita.context)
  const room = await rita.open(`/shows/${show.id}`)
  await room.evaluate(() => Object.assign(window, { stayed: true }))
  await sees(room)
  await room.getByRole('button', { name: 'Turn the sound on' }).click()
  await hears(room)
  await room.screenshot({ path: test.info().outputPath('seen.png') })

  // They talk: the team sees who wrote for the account.
  await says(room, 'Write something', 'Is it heavy?')
  await expect(studio.getByRole('log')).toContainText('Rita Watches Is it heavy?')
  await says(studio, 'Write as Olga Live', 'As heavy as a bear')
  await expect(studio.getByRole('log')).toContainText('Olga Live (Selma Live) As heavy as a bear')
  await expect(room.getByRole('listitem').filter({ hasText: 'As heavy as a bear' })).toContainText('Host')
  const rival = await bruno.open(`/shows/${show.id}`)
  await expect(rival.getByText('LIVE', { exact: true })).toBeVisible()

  // An auction: a bid in its last seconds starts them again.
  await auctions(studio, 'Ceramic bear', { seconds: 45, counter: 30 })
  await room.getByRole('button', { name: 'Bid $16.00' }).click()
  await expect(studio.getByText('$16.00 · Rita Watches leads')).toBeVisible()
  const began = await standing()
  await expect.poll(async () => began.endsAt - (await standing()).now).toBeLessThan(29_000)
  await rival.getByRole('button', { name: 'Bid $17.00' }).click()
  await expect(studio.getByText('$17.00 · Bruno Bids Along leads')).toBeVisible()
  await room.getByRole('button', { name: 'Bid $18.00' }).click()
  await expect(studio.getByText('$18.00 · Rita Watches leads')).toBeVisible()
  expect((await standing()).endsAt).toBeGreaterThan(began.endsAt)
  await expect(studio.getByText('Sold to Rita Watches for $18.00').first()).toBeVisible({ timeout: 50_000 })
  await expect(studio.getByText('Paid', { exact: true }).first()).toBeVisible()

  // The packer has it.
  const orders = await theo.open(`/dashboard/${olga.account}/orders`)
  await expect(orders.getByRole('row', { name: /Ceramic bear/ })).toContainText('Rita Watches')
  for (const page of [orders, rival]) await page.close()

  // Selma is removed in mid-show: the picture stops, and the team is told why, and nobody else.
  const helping = await marc.open(show.path)
  await expect(helping.getByText('Selma Live is on the air. You help')).toBeVisible()
  const { items } = await olga.api('GET', `/accounts/${olga.account}/members`)
  const member = items.find(({ name }: { name: string }) => name === selma.name)
  await olga.api('DELETE', `/accounts/${olga.account}/members/${member.id}`, {})
  await expect(studio.getByText('Your access to Olga Live has ended')).toBeVisible()
  await expect(room.getByText(/^The show is paused/)).toBeVisible()
  await seesNothingNew(room)
  expect((await olga.api('GET', show.api)).state).toBe('stopped')
  await expect(helping.getByText('Selma Live’s access ended; the broadcast stopped.')).toBeVisible()
  await expect(room.getByText('access ended')).toHaveCount(0)

  // Marc goes on, from another browser; who watched did not do a thing.
  await goesLive(helping, 'Go live again')
  await sees(room)
  expect(await room.evaluate(() => 'stayed' in window)).toBe(true)

  async function standing() {
    const [auction] = (await rita.api('GET', `/shows/${show.id}/auctions`)).items
    return { endsAt: Date.parse(auction.endsAt), now: auction.now }
  }
})
