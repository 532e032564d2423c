import { castPassword } from '../../cast/people.ts'
import { linkInMail } from '../support/mail-server.ts'
import { emailFor, expect, joinTeam, test } from './support/fixtures.ts'

const phone = { locale: 'fr-FR', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

test('en français, sur un téléphone : inviter, rejoindre, changer de compte, être retirée', async ({
  house,
}) => {
  const olga = await house.guest('Olga Cinq', phone)
  const camille = emailFor('Camille Roy')

  const team = await olga.open(`/dashboard/${olga.account}/settings/team`)
  await expect(team.getByRole('heading', { name: 'Équipe', level: 1 })).toBeVisible()
  await team.getByRole('button', { name: 'Inviter', exact: true }).first().click()
  const dialog = team.getByRole('dialog')
  await dialog.getByLabel('Adresses e-mail').fill(camille)
  await dialog.getByLabel('Adresses e-mail').blur()
  await dialog.getByRole('button', { name: 'Envoyer une invitation' }).click()
  await expect(dialog.getByRole('button', { name: /en attente/i })).toBeVisible()

  const letter = await house.post.mailTo(camille, '/invite#')
  expect(letter.subject).toBe('Olga Cinq t’invite à rejoindre Olga Cinq')
  const page = await (await house.visitor(phone)).newPage()
  await page.goto(linkInMail(letter).href)
  await expect(page.getByText('Olga Cinq t’invite')).toBeVisible()
  await page.getByLabel('Nom', { exact: true }).fill('Camille Roy')
  await page.getByLabel('Mot de passe', { exact: true }).fill(castPassword)
  await page.getByRole('button', { name: /Créer/ }).click()
  await page.getByRole('button', { name: /^Accepter/ }).click()
  await expect(page.getByText(/Tu agis pour/)).toContainText('Olga Cinq')
  await expect(page.getByText(/Tu agis pour/)).toContainText('Assistance')

  await page.getByRole('button', { name: /Changer de compte/ }).click()
  await page.getByRole('menuitemradio', { name: /Camille Roy/ }).click()
  await expect(page.getByText(/Tu agis pour/)).toHaveCount(0)
  await page.goBack()
  await expect(page.getByText(/Tu agis pour/)).toContainText('Olga Cinq')

  const members = (await olga.api('GET', `/accounts/${olga.account}/members`)).items
  const her = members.find((member: { name: string }) => member.name === 'Camille Roy')
  await olga.api('DELETE', `/accounts/${olga.account}/members/${her.id}`)
  await expect(page.getByText('Ton accès à Olga Cinq a pris fin')).toBeVisible()
})

test('Olga invites with the keyboard alone', async ({ house }) => {
  const olga = await house.guest('Olga Sixth')
  const page = await olga.open(`/dashboard/${olga.account}/settings/team`)
  await page.getByRole('button', { name: 'Invite', exact: true }).first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('E-mail addresses')).toBeFocused()
  await page.keyboard.type('one@example.com,two@example.com ')
  await expect(page.getByLabel(/^E-mail address \d/)).toHaveCount(2)
  const send = page.getByRole('button', { name: 'Send 2 invites' })
  for (
    let presses = 0;
    presses < 20 && !(await send.evaluate((one) => one === document.activeElement));
    presses++
  ) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 invitations are on their way.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Invite', exact: true }).first()).toBeFocused()
})

test('a member who leaves the team loses access in every tab', async ({ house }) => {
  const [olga, theo] = await Promise.all([house.guest('Olga Seventh'), house.guest('Theo Seventh')])
  await joinTeam(house, olga, theo, 'support')
  // A tab that has never shown the account could not name it.
  const other = await theo.open(`/dashboard/${olga.account}/inventory`)
  await expect(other.getByRole('heading', { name: 'Inventory', level: 1 })).toBeVisible()
  const page = await theo.open(`/dashboard/${olga.account}/settings/team`)
  await page.getByRole('button', { name: 'More for Theo Seventh' }).click()
  await page.getByRole('menuitem', { name: 'Leave the team' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Leave the team' }).click()
  await expect(other.getByText('Your access to Olga Seventh has ended')).toBeVisible()
})
