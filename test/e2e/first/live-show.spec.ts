import type { Page } from '@playwright/test'
import { sandboxCards } from '../../../cast/cards-and-addresses.ts'
import { joinTeam, test } from '../support/fixtures.ts'
import {
  expectFrozenPicture,
  expectMovingPicture,
  expectSound,
  recordPeerConnections,
} from '../support/received-video.ts'
import { connectCardsAndAddress } from '../support/spending-setup.ts'
import {
  createStudioShow,
  goLiveInStudio,
  slowExpect,
  startAuctionInStudio,
} from '../support/studio-steps.ts'

async function says(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: field }).fill(text)
  await page.keyboard.press('Enter')
}

test('Selma goes live and two people bid into the last seconds; she is removed, and Marc continues as Admin', async ({
  house,
}) => {
  test.setTimeout(300_000)
  const [olga, selma, marc, theo] = await Promise.all([
    house.guest('Olga Live'),
    house.guest('Selma Live'),
    house.guest('Marc Live'),
    house.guest('Theo Live'),
  ])
  await joinTeam(house, olga, selma, 'seller')
  await joinTeam(house, olga, marc, 'admin')
  await joinTeam(house, olga, theo, 'support')
  const [rita, bruno] = await Promise.all([house.guest('Rita Watches'), house.guest('Bruno Bids Along')])
  for (const buyer of [rita, bruno]) await connectCardsAndAddress(buyer, sandboxCards.good)
  const show = await createStudioShow(olga, 'Bears by candlelight')

  // On the air: in another browser, viewers see and hear her.
  const studio = await selma.open(show.path)
  await goLiveInStudio(studio)
  await recordPeerConnections(rita.context)
  const room = await rita.open(`/shows/${show.id}`)
  await room.evaluate(() => Object.assign(window, { stayed: true }))
  await expectMovingPicture(room)
  await room.getByRole('button', { name: 'Turn the sound on' }).click()
  await expectSound(room)
  await room.screenshot({ path: test.info().outputPath('seen.png') })

  // The chat: the team sees who wrote for the account.
  await says(room, 'Write something', 'Is it heavy?')
  await slowExpect(studio.getByRole('log')).toContainText('Rita Watches Is it heavy?')
  await says(studio, 'Write as Olga Live', 'As heavy as a bear')
  await slowExpect(studio.getByRole('log')).toContainText('Olga Live (Selma Live) As heavy as a bear')
  await slowExpect(room.getByRole('listitem').filter({ hasText: 'As heavy as a bear' })).toContainText('Host')
  const rival = await bruno.open(`/shows/${show.id}`)
  await slowExpect(rival.getByText('LIVE', { exact: true })).toBeVisible()

  // An auction: a bid in its last seconds starts them again.
  await startAuctionInStudio(studio, 'Ceramic bear', { seconds: 45, counter: 30 })
  await room.getByRole('button', { name: 'Bid $16.00' }).click()
  await slowExpect(studio.getByText('$16.00 · Rita Watches leads')).toBeVisible()
  const began = await standing()
  await slowExpect.poll(async () => began.endsAt - (await standing()).now).toBeLessThan(29_000)
  await rival.getByRole('button', { name: 'Bid $17.00' }).click()
  await slowExpect(studio.getByText('$17.00 · Bruno Bids Along leads')).toBeVisible()
  await room.getByRole('button', { name: 'Bid $18.00' }).click()
  await slowExpect(studio.getByText('$18.00 · Rita Watches leads')).toBeVisible()
  slowExpect((await standing()).endsAt).toBeGreaterThan(began.endsAt)
  await slowExpect(studio.getByText('Sold to Rita Watches for $18.00').first()).toBeVisible({
    timeout: 90_000,
  })
  await slowExpect(studio.getByText('Paid', { exact: true }).first()).toBeVisible()

  // The order is in the list of the packer.
  const orders = await theo.open(`/dashboard/${olga.account}/orders`)
  await slowExpect(orders.getByRole('row', { name: /Ceramic bear/ })).toContainText('Rita Watches')
  for (const page of [orders, rival]) await page.close()

  // Selma is removed during the show: the video stops, and only the team is told why.
  const helping = await marc.open(show.path)
  await slowExpect(helping.getByText('Selma Live is on the air. You help')).toBeVisible()
  const { items } = await olga.api('GET', `/accounts/${olga.account}/members`)
  const member = items.find(({ name }: { name: string }) => name === selma.name)
  await olga.api('DELETE', `/accounts/${olga.account}/members/${member.id}`, {})
  await slowExpect(studio.getByText('Your access to Olga Live has ended')).toBeVisible()
  await slowExpect(room.getByText(/^The show is paused/)).toBeVisible()
  await expectFrozenPicture(room)
  slowExpect((await olga.api('GET', show.api)).status).toBe('stopped')
  await slowExpect(helping.getByText('Selma Live’s access ended; the broadcast was stopped.')).toBeVisible()
  await slowExpect(room.getByText('access ended')).toHaveCount(0)

  // Marc continues in another browser; the viewers do not have to do anything.
  await goLiveInStudio(helping, 'Go live again')
  await expectMovingPicture(room)
  slowExpect(await room.evaluate(() => 'stayed' in window)).toBe(true)

  async function standing() {
    const [auction] = (await rita.api('GET', `/shows/${show.id}/auctions`)).items
    return { endsAt: Date.parse(auction.endsAt), now: auction.now }
  }
})
