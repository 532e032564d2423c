import { castPassword } from '../../cast/people.ts'
import { createBuyer } from './support/earnings-setup.ts'
import { expect, joinTeam, test } from './support/fixtures.ts'
import { expectAccessible } from './support/page-checks.ts'

test('Olga reads her earnings, adds a bank account, pays out, and cannot delete the account while money is open', async ({
  house,
}) => {
  const olga = await house.guest('Olga Earns')
  const rita = await createBuyer(house, olga, 'Rita Pays')
  await rita.receives(await rita.buys(10_000, 'Silk scarf'))

  // The figures, which follow a sale while the page is open.
  const page = await olga.open(`/dashboard/${olga.account}/reports`)
  const figures = page.getByRole('main').locator('dl').first()
  await expect(figures).toContainText('$104.50')
  await expect(figures).toContainText('$8.00')
  await rita.buys(4_000, 'Linen shirt')
  await expect(figures).toContainText('$149.00')

  // The chart's table, the top lists, and the ledger with its file.
  await page.getByRole('button', { name: 'Show as a table' }).press('Enter')
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('$137.80')
  await expect(page.getByRole('link', { name: 'Silk scarf' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Best buyers' })).toContainText('Rita Pays')
  await page.getByRole('link', { name: 'Ledger' }).click()
  await expect(page.getByRole('row', { name: /Became available/ })).toContainText('+$96.50')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Ledger as CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('ledger.csv')
  await page.getByRole('combobox', { name: 'Kind' }).click()
  await page.getByRole('option', { name: 'Payout' }).click()
  await expect(page.getByText('No line matches')).toBeVisible()

  // The bank account: a typing error is shown at its field, and the typed text stays.
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Payouts' }).click()
  await expect(page.getByText('Add a bank account below')).toBeVisible()
  await page.getByRole('button', { name: 'Add a bank account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Account holder').fill('Olga Ours')
  await dialog.getByLabel('Routing number').fill('110000001')
  await dialog.getByLabel('Account number').fill('12')
  await dialog.getByLabel('Your password').fill('not my password')
  await dialog.getByRole('button', { name: 'Save bank account' }).click()
  await expect(dialog.getByText(/not a valid routing number/)).toBeVisible()
  await expect(dialog.getByText('An account number has 4 to 17 digits.')).toBeVisible()
  await expect(dialog.getByLabel('Routing number')).toBeFocused()
  await dialog.getByText('IBAN', { exact: true }).click()
  const iban = dialog.getByRole('textbox', { name: 'IBAN' })
  await iban.pressSequentially('de89370400440532013001')
  await dialog.getByRole('button', { name: 'Save bank account' }).click()
  await expect(dialog.getByText(/Its check digits are wrong/)).toBeVisible()
  await expect(iban).toHaveValue('DE89 3704 0044 0532 0130 01')
  await expect(iban).toBeFocused()
  await expectAccessible(page, 'a bank account that is refused')
  await iban.press('End')
  await iban.press('Backspace')
  await iban.pressSequentially('0')
  await dialog.getByRole('button', { name: 'Save bank account' }).click()
  await expect(dialog.getByText('That is not your password.')).toBeVisible()
  await dialog.getByLabel('Your password').fill(castPassword)
  await dialog.getByRole('button', { name: 'Save bank account' }).click()
  await expect(page.getByText('•••• 3000 · Germany')).toBeVisible()
  expect((await house.post.mailTo(olga.email, 'settings/payouts')).subject).toContain('another bank account')

  // Pays out a part, after a confirmation.
  await page.getByRole('button', { name: 'Pay out' }).click()
  await expect(dialog.getByLabel('Amount')).toHaveValue('96.50')
  await dialog.getByLabel('Amount').fill('96.51')
  await dialog.getByRole('button', { name: 'Next' }).click()
  await expect(dialog.getByText('At most $96.50')).toBeVisible()
  await expectAccessible(page, 'an amount that is refused')
  await dialog.getByLabel('Amount').fill('50')
  await dialog.getByRole('button', { name: 'Next' }).click()
  await expect(dialog).toContainText('$50.00 goes to Olga Ours, •••• 3000')
  await dialog.getByRole('button', { name: 'Pay out $50.00' }).dblclick()
  const row = page.getByRole('row', { name: /•••• 3000/ })
  await expect(row).toContainText('Paid')
  await expect(row).toHaveCount(1)
  await expect(page.getByText('$46.50')).toBeVisible()

  // An account with a balance cannot be deleted, and the page links to the balance.
  await page.getByRole('link', { name: 'Account', exact: true }).click()
  await page.getByRole('button', { name: 'Delete account' }).click()
  await dialog.getByLabel('Your password').fill(castPassword)
  await dialog.getByRole('button', { name: 'Delete account' }).click()
  await expect(dialog.getByText(/1 order is open and a balance of \$87\.80 is left/)).toBeVisible()
  await expectAccessible(page, 'a deletion that is refused')
  await dialog.getByRole('link', { name: 'See the payouts' }).click()
  await expect(page.getByRole('heading', { name: 'Payouts', level: 1 })).toBeVisible()
})

test('a declined card has an error and stays as typed; another one is connected, preferred and removed', async ({
  house,
}) => {
  const olga = await house.guest('Olga Connects')
  const page = await olga.open(`/dashboard/${olga.account}/settings/payment-methods`)
  await page.getByRole('button', { name: 'Connect a card' }).last().click()
  const dialog = page.getByRole('dialog')
  const number = dialog.getByLabel('Card number')
  await number.pressSequentially('4000000000000002')
  await dialog.getByLabel('Expires').pressSequentially('1240')
  await dialog.getByLabel('Security code').fill('123')
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(dialog.getByText('The card was refused: the bank gave no reason.')).toBeVisible()
  await expect(number).toHaveValue(/^4000 0000 0000 0002 ?$/)
  await expect(dialog.getByLabel('Expires')).toHaveValue('12 / 40')
  await expectAccessible(page, 'a card that is refused')
  await dialog.getByRole('button', { name: 'Test cards' }).click()
  await dialog.getByRole('button', { name: /4000 0000 0000 0069/ }).click()
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(dialog.getByText('The card was refused: the card has expired.')).toBeVisible()
  await expect(dialog.getByLabel('Expires')).toBeFocused()
  await dialog.getByRole('button', { name: /4242 4242 4242 4242/ }).click()
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Payment methods' })).toContainText('Visa •• 4242')
  await page.getByRole('button', { name: 'More for Visa •• 4242' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expectAccessible(page, 'removing a card')
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('button', { name: 'Connect a card' })).toHaveCount(2)
})

test('an Admin can open the reports but not the payouts; a Seller can open neither', async ({ house }) => {
  const [olga, marc, selma] = await Promise.all([
    house.guest('Olga Alone'),
    house.guest('Marc Reads'),
    house.guest('Selma Sells'),
  ])
  await joinTeam(house, olga, marc, 'admin')
  await joinTeam(house, olga, selma, 'seller')

  const his = await marc.open(`/dashboard/${olga.account}/reports`)
  await expect(his.getByText('No sales yet')).toBeVisible()
  await his.goto(`/dashboard/${olga.account}/settings/payouts`)
  await expect(his.getByText(/Only the Owner, Olga Alone, has it/)).toBeVisible()
  await expect(his.getByRole('link', { name: 'Payouts' })).toHaveCount(0)

  const hers = await selma.open(`/dashboard/${olga.account}/reports`)
  await expect(hers.getByText('Your role doesn’t include this page')).toBeVisible()
  await expect(hers.getByRole('link', { name: 'Reports' })).toHaveCount(0)
})
