import { type BrowserUser, expect, joinTeam, test } from './support/fixtures.ts'
import { conversationLog, startBuyerConversation, typeReply } from './support/messages-setup.ts'

/** Opens a page, and records the events of its live connection. */
async function eavesdrop({ context }: BrowserUser) {
  const heard: string[] = []
  const page = await context.newPage()
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(String(payload))))
  return { page, heard }
}

test('Rita asks, Théo and Selma answer without interfering with each other, and Théo is removed', async ({
  house,
}) => {
  const [olga, theo, selma] = await Promise.all([
    house.guest('Olga Answers'),
    house.guest('Theo Answers'),
    house.guest('Selma Answers'),
  ])
  await joinTeam(house, olga, theo, 'support')
  await joinTeam(house, olga, selma, 'seller')
  const { rita, conversation } = await startBuyerConversation(house, olga, 'Rita Asks', 'Where is my bear?')
  const inbox = `/dashboard/${olga.account}/messages`

  // Théo finds her message among the unread ones, with her order next to it. Selma has the same page open.
  const { page: his, heard } = await eavesdrop(theo)
  await his.goto(`${inbox}?view=unread`)
  await his.getByRole('link', { name: /Rita Asks/ }).click()
  await expect(conversationLog(his).getByText('Where is my bear?')).toBeVisible()
  await expect(his.getByText('Ceramic bear').first()).toBeVisible()
  const hers = await selma.open(`${inbox}/${conversation}`)
  const ritas = await rita.open(`/dashboard/${rita.account}/spending/messages/${conversation}`)
  await expect(conversationLog(ritas).getByText('Read')).toBeVisible()

  // Olga assigns it to Théo. The customer never sees his note.
  const olgas = await olga.open(`${inbox}/${conversation}`)
  await olgas.getByRole('button', { name: 'Assigned to' }).click()
  await olgas.getByRole('menuitemradio', { name: /Theo Answers/ }).click()
  await expect(conversationLog(hers).getByText('Olga Answers assigned this to Theo Answers')).toBeVisible()
  await his.getByText('Note', { exact: true }).click()
  await his.getByLabel('Note for the team').fill('Zanzibar: it left on Monday')
  await his.getByLabel('Note for the team').press('Enter')
  await expect(conversationLog(hers).getByText('Zanzibar: it left on Monday')).toBeVisible()
  await his.getByText('Reply', { exact: true }).click()

  // Selma sees that he is about to answer. She sends her answer nevertheless, and is first told that he was faster.
  await hers.getByLabel('Reply to Rita Asks').fill('I will look for it')
  await his.getByLabel('Reply to Rita Asks').pressSequentially('It left on')
  await expect(hers.getByText('Theo Answers is replying…')).toBeVisible()
  await his.getByLabel('Reply to Rita Asks').pressSequentially(' Monday')
  await his.getByLabel('Reply to Rita Asks').press('Enter')
  await expect(conversationLog(ritas).getByText('It left on Monday')).toBeVisible()
  await expect(conversationLog(hers).getByText('It left on Monday', { exact: true })).toBeVisible()
  await hers.getByLabel('Reply to Rita Asks').press('Enter')
  await expect(hers.getByText(/Theo Answers has just answered/)).toBeVisible()
  await expect(conversationLog(ritas).getByText('I will look for it')).toHaveCount(0)
  await hers.getByRole('button', { name: 'Keep writing' }).click()
  await expect(hers.getByLabel('Reply to Rita Asks')).toHaveValue('I will look for it')

  // The text that she has begun survives closing the tab, and is sent in the account's name.
  await hers.reload()
  await expect(hers.getByLabel('Reply to Rita Asks')).toHaveValue('I will look for it')
  await hers.getByLabel('Reply to Rita Asks').press('Enter')
  await expect(conversationLog(ritas).getByText('I will look for it')).toBeVisible()
  await expect(conversationLog(ritas).getByText('Selma Answers')).toHaveCount(0)
  await expect(ritas.locator('body')).not.toContainText('Zanzibar')

  // Support suggests a refund next to the conversation, and the Seller makes it there.
  await expect(his.getByRole('button', { name: 'Refund', exact: true })).toHaveCount(0)
  await his.getByRole('button', { name: 'Suggest a refund' }).click()
  await his.getByLabel('Amount').fill('5')
  await his.getByRole('button', { name: 'Suggest $5.00' }).click()
  await expect(his.getByText('Your suggestion was saved')).toBeVisible()
  await hers.getByRole('button', { name: 'Refund $5.00' }).click()
  await hers.getByRole('dialog').getByRole('button', { name: 'Refund $5.00' }).click()
  await expect(hers.getByText('$5.00 refunded to Rita Asks')).toBeVisible()

  // Théo is removed while his inbox is open: the page says so, receives no more events, and his conversation is
  // assigned to Olga.
  const { items } = await olga.api('GET', `/accounts/${olga.account}/members`)
  const member = items.find(({ name }: { name: string }) => name === 'Theo Answers').id
  await Promise.all([
    olga.api('DELETE', `/accounts/${olga.account}/members/${member}`, {}),
    ...Array.from({ length: 5 }, (_, nth) =>
      rita.api('POST', `/accounts/${rita.account}/buyer-conversations/${conversation}/messages`, {
        text: `Hm ${nth}`,
      }),
    ),
  ])
  // What was written before his access ended may still have been on its way to him.
  await expect(his.getByText('Your access to Olga Answers has ended')).toBeVisible()
  const known = heard.length
  await typeReply(ritas, 'Is anybody there?')
  await expect(conversationLog(hers).getByText('Is anybody there?')).toBeVisible()
  await expect(
    conversationLog(hers).getByText('Theo Answers’s access ended: this is now assigned to Olga Answers'),
  ).toBeVisible()
  await expect(his.getByText('Is anybody there?')).toHaveCount(0)
  await expect(conversationLog(his)).toHaveCount(0)
  expect(heard.slice(known)).toEqual([])
  expect(heard.join()).not.toContain('Zanzibar')
  await expect(olgas.getByRole('button', { name: 'Assigned to' })).toContainText('Olga Answers')
})

test('a visitor of a shop writes to it about a product, with a photo, and is told when blocked', async ({
  house,
}) => {
  const [olga, rita] = await Promise.all([house.guest('Olga Is Asked'), house.guest('Rita Is Curious')])
  const { id } = await olga.api('POST', `/accounts/${olga.account}/products`, {
    title: 'Brass lamp',
    price: 4000,
    quantity: 2,
  })
  const page = await rita.open(`/shops/${olga.shop}/products/${id}`)
  await page.getByRole('link', { name: 'Message the shop' }).click()
  await expect(page.getByText('Brass lamp')).toBeVisible()
  await page.getByLabel('Your message').fill('Does it dim? <b>See</b> https://example.com/dimmer')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.waitForURL(/spending\/messages\/cnv_/)
  await expect(conversationLog(page).getByText('Does it dim? <b>See</b>')).toBeVisible()
  const link = conversationLog(page).getByRole('link', { name: 'https://example.com/dimmer' })
  await expect(link).toHaveAttribute('rel', /noopener.*nofollow/)
  await page.locator('input[type=file]').setInputFiles({
    name: 'lamp.png',
    mimeType: 'image/png',
    buffer: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  })
  const hers = await olga.open(`/dashboard/${olga.account}/messages`)
  await hers.getByRole('link', { name: /Rita Is Curious/ }).click()
  const photo = conversationLog(hers).locator('img')
  await expect.poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1)

  // The bell shows the same on every page.
  await hers.goto(`/dashboard/${olga.account}/inventory`)
  await page.getByLabel('Your message').fill('It is urgent')
  await page.getByLabel('Your message').press('Enter')
  await hers.getByRole('button', { name: 'Notifications: 1 thing needs your attention' }).click()
  await hers.getByRole('link', { name: 'Rita Is Curious is waiting for an answer' }).click()
  await expect(conversationLog(hers).getByText('It is urgent')).toBeVisible()

  await hers.getByRole('button', { name: 'More about this conversation' }).click()
  await hers.getByRole('menuitem', { name: 'Block this buyer' }).click()
  await hers.getByRole('button', { name: 'Block Rita Is Curious' }).click()
  await expect(hers.getByText('Rita Is Curious is blocked')).toBeVisible()
  await page.getByLabel('Your message').fill('Hello?')
  await page.getByLabel('Your message').press('Enter')
  await expect(page.getByText('This shop has blocked you.')).toBeVisible()
})
