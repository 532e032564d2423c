import { joinTeam, test } from '../support/fixtures.ts'
import { expectAccessible } from '../support/page-checks.ts'
import {
  createStudioShow,
  expectOnAir,
  goLiveInStudio,
  slowExpect,
  startAuctionInStudio,
} from '../support/studio-steps.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

test('a rehearsal on a phone is visible to the team only, and simulated buyers write and bid', async ({
  house,
}) => {
  test.setTimeout(300_000)
  const [olga, rita] = await Promise.all([house.guest('Olga Rehearses', phone), house.guest('Rita Outside')])
  const { id } = await createStudioShow(olga, 'Bears before breakfast')
  const shows = `/accounts/${olga.account}/shows`
  const rehearsal = await olga.api('POST', `${shows}/${id}/rehearsal`)
  const page = await olga.open(`/dashboard/${olga.account}/shows/${rehearsal.id}/studio`)
  await slowExpect(page.getByText('Rehearsal: only your team sees this')).toBeVisible()
  await slowExpect(page.getByRole('button', { name: 'Start the rehearsal' })).toBeEnabled()
  await expectAccessible(page, 'the studio before')

  // With the keyboard.
  await page.getByRole('button', { name: 'Start the rehearsal' }).press('Enter')
  await page.getByRole('button', { name: 'Start now' }).press('Enter')
  await slowExpect(page.getByText('REHEARSAL', { exact: true })).toBeVisible()
  await slowExpect(rita.api('GET', `/shows/${rehearsal.id}`)).rejects.toThrow('404')
  await startAuctionInStudio(page, 'Ceramic bear', { seconds: 30, counter: 5 })
  await slowExpect(page.getByText(/ leads$/)).toBeVisible()
  await expectAccessible(page, 'the studio on the air')
  await page.getByRole('tab', { name: 'Chat' }).click()
  await slowExpect(page.getByRole('log').getByRole('button').first()).toBeVisible()
  await page.getByRole('button', { name: 'Moderate the chat' }).click()
  await page.getByRole('combobox', { name: 'Muted words' }).fill('cheat')
  await page.keyboard.press('Enter')
  await expectAccessible(page, 'moderating')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('tab', { name: 'Controls' }).click()
  await page.getByRole('button', { name: 'Mute the microphone' }).click()
  await slowExpect(page.getByText('Muted: viewers hear nothing')).toBeVisible()
  await expectAccessible(page, 'the controls')
  await slowExpect(page.getByText(/^Sold to /).first()).toBeVisible()

  await page.getByRole('button', { name: 'End the show' }).click()
  await slowExpect(page.getByRole('dialog')).toContainText('the show cannot be started again')
  await page.getByRole('dialog').getByRole('button', { name: 'End the show' }).click()
  await slowExpect(page.getByText('This show has ended.')).toBeVisible()
})

test('a show is handed over between hosts and devices, and an emergency stop ends the broadcast', async ({
  house,
}) => {
  test.setTimeout(300_000)
  const [olga, selma, theo] = await Promise.all([
    house.guest('Olga Watches Over'),
    house.guest('Selma Hosts'),
    house.guest('Theo Prepares'),
  ])
  await joinTeam(house, olga, selma, 'seller')
  await joinTeam(house, olga, theo, 'support')
  const show = await createStudioShow(olga, 'Bears in two hands')
  const support = await theo.open(show.path)
  await slowExpect(support.getByText('Your role doesn’t include this page')).toBeVisible()
  await support.close()

  const first = await selma.open(show.path)
  await goLiveInStudio(first)
  const other = await olga.open(show.path)
  await slowExpect(other.getByText('Selma Hosts is on the air. You help')).toBeVisible()
  await first.getByRole('tab', { name: 'Controls' }).click()
  await first.getByRole('combobox', { name: 'To whom' }).click()
  await first.getByRole('option', { name: 'Olga Watches Over' }).click()
  await first.getByRole('button', { name: 'Offer to hand over' }).click()
  await slowExpect(other.getByText('Selma Hosts offers to hand the show over to you')).toBeVisible()
  await other.getByRole('button', { name: 'Turn on the camera' }).click()
  await other.getByRole('button', { name: 'Take over' }).click()
  await expectOnAir(other)
  await slowExpect(first.getByText('Olga Watches Over is on the air now.')).toBeVisible()

  // And back. Then she continues in another tab, as on another device.
  await olga.api('POST', `${show.api}/stop`)
  await goLiveInStudio(first, 'Go live again')
  const second = await selma.open(show.path)
  await second.getByRole('button', { name: 'Continue here' }).click()
  await expectOnAir(second)
  await slowExpect(first.getByText('You continued on another device.')).toBeVisible()

  await other.getByRole('button', { name: 'Emergency stop' }).click()
  await other.getByRole('dialog').getByRole('button').last().click()
  await slowExpect(second.getByText('You are off the air')).toBeVisible()
  await slowExpect(second.getByRole('button', { name: 'Go live again' })).toBeVisible()
})
