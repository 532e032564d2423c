import { castPassword } from '../../cast/people.ts'
import { emailFor, expect, test } from './support/fixtures.ts'

test('Olga signs up, invites three people at once, and each joins in their own way', async ({ house }) => {
  const fresh = async () => (await house.visitor()).newPage()

  // Marc and Rita have accounts already; Selma is new.
  const [marc, rita] = await Promise.all([house.guest('Marc Aubert'), house.guest('Rita Fox')])

  const olga = await fresh()
  await olga.goto('/sign-up')
  await olga.getByLabel('Name', { exact: true }).fill('Olga Ours')
  await olga.getByLabel('E-mail').fill('olga@example.com')
  await expect(olga.getByLabel('Username')).not.toHaveValue('')
  await olga.getByLabel('Username').fill('maison.ours')
  await olga.getByLabel('Password', { exact: true }).fill(castPassword)
  await olga.getByRole('button', { name: 'Create sign-in' }).click()
  await expect(olga.getByRole('heading', { name: 'Check your mail' })).toBeVisible()
  await olga.goto(await house.linkTo('olga@example.com', 'verify-email'))
  await expect(olga.getByText('Your address is confirmed.')).toBeVisible()
  await olga.getByLabel('E-mail').fill('olga@example.com')
  await olga.getByLabel('Password', { exact: true }).fill(castPassword)
  await olga.getByRole('button', { name: 'Sign in' }).click()
  await olga.waitForURL(/\/dashboard\/acc_/)
  await olga.goto('/dashboard/settings')
  await olga.waitForURL(/\/settings\/team$/)

  await olga.getByRole('button', { name: 'Invite', exact: true }).first().click()
  const dialog = olga.getByRole('dialog')
  const theo = emailFor('Théo Blanc')
  await dialog.getByLabel('E-mail addresses').fill(`selma@example.com, ${marc.email}\n${theo}`)
  await dialog.getByLabel('E-mail addresses').blur()
  await expect(dialog.getByLabel(/^E-mail address \d/)).toHaveCount(3)
  await dialog.getByRole('combobox', { name: `Role for ${marc.email}` }).click()
  await olga.getByRole('option', { name: /^Admin/ }).click()
  await dialog.getByRole('button', { name: 'Send 3 invites' }).click()
  await expect(dialog.getByText('3 invitations are on their way.')).toBeVisible()
  await dialog.getByRole('tab', { name: 'Pending' }).click()
  await expect(dialog.getByText(/Mail sent/)).toHaveCount(3)

  // Selma is new: she signs up on the invitation's page. The mailed link proves her address.
  const selma = await fresh()
  await selma.goto(await house.linkTo('selma@example.com', '/invite#'))
  await expect(selma).toHaveURL(/\/invite$/)
  await expect(selma.getByText('Olga Ours invites you')).toBeVisible()
  await selma.getByLabel('Name', { exact: true }).fill('Selma Diop')
  await selma.getByLabel('Password', { exact: true }).fill(castPassword)
  await selma.getByRole('button', { name: 'Create sign-in and continue' }).click()
  await selma.getByRole('button', { name: 'Accept and join' }).click()
  await selma.waitForURL(/\/dashboard\/acc_/)
  await expect(selma.getByText(/You act for/)).toContainText('Olga Ours')

  // Marc has an account and signs in with it.
  const marcsPage = await fresh()
  await marcsPage.goto(await house.linkTo(marc.email, '/invite#'))
  await marcsPage.getByText('I have a sign-in').click()
  await marcsPage.getByLabel('Password', { exact: true }).fill(castPassword)
  await marcsPage.getByRole('button', { name: 'Sign in' }).click()
  await marcsPage.getByRole('button', { name: 'Accept and join' }).click()
  await expect(marcsPage.getByText(/You act for/)).toContainText('Admin')

  // Théo's link is opened in Rita's browser. The page says that it is for somebody else, and offers what to do.
  const ritasPage = await rita.open(await house.linkTo(theo, '/invite#'))
  await expect(ritasPage.getByText('This invitation is for somebody else')).toBeVisible()
  await expect(ritasPage.getByText(rita.email).first()).toBeVisible()
  await expect(ritasPage.getByRole('button', { name: 'Accept and join' })).toHaveCount(0)
  await ritasPage.getByRole('button', { name: 'Sign in with that address' }).click()
  await ritasPage.getByText('Create a sign-in').click()
  await ritasPage.getByLabel('Name', { exact: true }).fill('Théo Blanc')
  await ritasPage.getByLabel('Password', { exact: true }).fill(castPassword)
  await ritasPage.getByRole('button', { name: 'Create sign-in and continue' }).click()
  await expect(ritasPage.getByRole('button', { name: 'Accept and join' })).toBeVisible()

  // The list of members was updated without a reload, and shows who has not accepted yet.
  await olga.getByRole('button', { name: 'Close' }).first().click()
  await expect(olga.getByRole('row', { name: /Selma Diop/ })).toBeVisible()
  await expect(olga.getByRole('row', { name: /Marc Aubert/ })).toBeVisible()
  await expect(olga.getByRole('button', { name: 'One pending invitation' })).toBeVisible()
})

test('a replaced, cancelled or declined link says so and offers what to do', async ({ house }) => {
  const [olga, nadia] = await Promise.all([house.guest('Olga Second'), house.guest('Nadia Late')])
  const invitations = `/accounts/${olga.account}/invitations`
  const sent = await olga.api('POST', invitations, { invitations: [{ email: nadia.email, role: 'support' }] })
  const first = await house.linkTo(nadia.email, '/invite#')

  const team = await olga.open(`/dashboard/${olga.account}/settings/team`)
  await team.getByRole('button', { name: 'One pending invitation' }).click()
  await team.getByRole('button', { name: 'Resend' }).click()
  await expect(team.getByText(`A new invitation is on its way to ${nadia.email}`)).toBeVisible()
  await expect.poll(async () => await house.linkTo(nadia.email, '/invite#')).not.toBe(first)

  const page = await nadia.open(first)
  await expect(page.getByRole('heading', { name: 'This link does not open an invitation' })).toBeVisible()
  const second = await house.linkTo(nadia.email, '/invite#')
  await page.goto('about:blank')
  await page.goto(second)
  await expect(page.getByRole('button', { name: 'Accept and join' })).toBeVisible()

  await olga.api('DELETE', `${invitations}/${sent.results[0].invitation.id}`)
  await page.getByRole('button', { name: 'Accept and join' }).click()
  await expect(page.getByText(/withdrawn|cancelled/).first()).toBeVisible()
})
