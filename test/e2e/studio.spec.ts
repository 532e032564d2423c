import { joinTeam, test } from './house.ts'
import { looksRight } from './looking.ts'
import { auctions, expect, goesLive, isOnAir, schedule } from './studio.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

test('a rehearsal on a phone: only the team sees it, and buyers who are nobody write and bid', async ({
  house,
}) => {
  test.setTimeout(180_000)
  const olga = await house.guest('Olga Rehearses', phone)
  const rita = await house.guest('Rita Outside')
  const { id } = await schedule(olga, 'Bears before breakfast')
  const shows = `/accounts/${olga.account}/shows`
  const rehearsal = await olga.api('POST', `${shows}/${id}/rehearsal`)
  const page = await olga.open(`/dashboard/${olga.account}/shows/${rehearsal.id}/studio`)
  await expect(page.getByText('Rehearsal: only your team sees this')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Start the rehearsal' })).toBeEnabled()
  await looksRight(page, 'the studio before')

  // By the keyboard, too.
  await page.getByRole('button', { name: 'Start the rehearsal' }).press('Enter')
  await page.getByRole('button', { name: 'Start now' }).press('Enter')
  await expect(page.getByText('REHEARSAL', { exact: true })).toBeVisible()
  await expect(rita.api('GET', `/shows/${rehearsal.id}`)).rejects.toThrow('404')
  await auctions(page, 'Ceramic bear', { seconds: 30, counter: 5 })
  await expect(page.getByText(/ leads$/)).toBeVisible()
  await looksRight(page, 'the studio on the air')
  await page.getByRole('tab', { name: 'Chat' }).click()
  await expect(page.getByRole('log').getByRole('button').first()).toBeVisible()
  await page.getByRole('button', { name: 'Moderate the chat' }).click()
  await page.getByRole('combobox', { name: 'Muted words' }).fill('cheat')
  await page.keyboard.press('Enter')
  await looksRight(page, 'moderating')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('tab', { name: 'Controls' }).click()
  await page.getByRole('button', { name: 'Mute the microphone' }).click()
  await expect(page.getByText('Muted: viewers hear nothing')).toBeVisible()
  await looksRight(page, 'the controls')
  await expect(page.getByText(/^Sold to /).first()).toBeVisible()

  await page.getByRole('button', { name: 'End the show' }).click()
  await expect(page.getByRole('dialog')).toContainText('it cannot be begun again')
  await page.getByRole('dialog').getByRole('button', { name: 'End the show' }).click()
  await expect(page.getByText('This show has ended.')).toBeVisible()
})

test('a show changes hands and devices, and an emergency stop takes whoever hosts off the air', async ({
  house,
}) => {
  test.setTimeout(180_000)
  const olga = await house.guest('Olga Watches Over')
  const [selma, theo] = [await house.guest('Selma Hosts'), await house.guest('Theo Prepares')]
  await joinTeam(house, olga, selma, 'seller')
  await joinTeam(house, olga, theo, 'support')
  const show = await schedule(olga, 'Bears in two hands')
  const support = await theo.open(show.path)
  await expect(support.getByText('Your role doesn’t include this page')).toBeVisible()
  await support.close()

  const first = await selma.open(show.path)
  await goesLive(first)
  const other = await olga.open(show.path)
  await expect(other.getByText('Selma Hosts is on the air. You help')).toBeVisible()
  await first.getByRole('tab', { name: 'Controls' }).click()
  await first.getByRole('combobox', { name: 'To whom' }).click()
  await first.getByRole('option', { name: 'Olga Watches Over' }).click()
  await first.getByRole('button', { name: 'Offer it' }).click()
  await expect(other.getByText('Selma Hosts hands the show over to you')).toBeVisible()
  await other.getByRole('button', { name: 'Turn on the camera' }).click()
  await other.getByRole('button', { name: 'Take over' }).click()
  await isOnAir(other)
  await expect(first.getByText('Olga Watches Over is on the air now.')).toBeVisible()

  // And back; then she goes on in another tab, as she would on another device.
  await olga.api('POST', `${show.api}/stop`)
  await goesLive(first, 'Go live again')
  const second = await selma.open(show.path)
  await second.getByRole('button', { name: 'Go on here' }).click()
  await isOnAir(second)
  await expect(first.getByText('You went on on another device.')).toBeVisible()

  await other.getByRole('button', { name: 'Emergency stop' }).click()
  await other.getByRole('dialog').getByRole('button').last().click()
  await expect(second.getByText('You are off the air')).toBeVisible()
  await expect(second.getByRole('button', { name: 'Go live again' })).toBeVisible()
})
