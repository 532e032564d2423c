import type { Page } from '@playwright/test'
import type { BrowserUser, E2eWorld } from './fixtures.ts'
import { createRepeatBuyer } from './orders-setup.ts'

/** Rita has bought something and asks about it. @returns the conversation, and the product's title */
export async function startBuyerConversation(house: E2eWorld, olga: BrowserUser, name: string, text: string) {
  const rita = await createRepeatBuyer(house, olga, name)
  const order = await rita.buys({ title: 'Ceramic bear' })
  const asked = await rita.guest.api('POST', `/accounts/${rita.guest.account}/buyer-conversations`, {
    shop: olga.shop,
    text,
    subject: { kind: 'order', id: order.id },
  })
  return { rita: rita.guest, order, conversation: asked.conversation as string }
}

/** The entries of the open conversation, from top to bottom. */
export const conversationLog = (page: Page) => page.getByRole('log')

/** Types a reply and sends it with Enter. */
export async function typeReply(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: /^(Reply to|Write to|Message to|Your message)/ })
  await field.fill(text)
  await field.press('Enter')
}

/** The pages with conversations for both sides: with a note, a photo, a closed one and a blocked one. */
export async function messagePageUrls(house: E2eWorld, olga: BrowserUser, name: string): Promise<string[]> {
  const { rita, conversation } = await startBuyerConversation(
    house,
    olga,
    `Rita ${name}`,
    'Where is it? https://example.com',
  )
  const own = `/accounts/${olga.account}`
  const path = `${own}/conversations/${conversation}`
  await olga.api('POST', `${path}/messages`, { text: 'On its way' })
  await olga.api('POST', `${path}/notes`, { text: 'Left on Monday' })
  const bruno = await house.guest(`Bruno ${name}`)
  const other = await bruno.api('POST', `/accounts/${bruno.account}/buyer-conversations`, {
    shop: olga.shop,
    text: 'Hello',
  })
  const shut = `${own}/conversations/${other.conversation}`
  await olga.api('PATCH', shut, { blocked: true, closed: true })
  await olga.api('POST', `${own}/saved-replies`, {
    title: 'On its way',
    text: 'Hello {buyer}, {order} is on its way',
  })
  const asked = await olga.api('POST', `${own}/buyer-conversations`, {
    shop: rita.shop,
    text: 'Have you ferns?',
  })
  const inbox = `/dashboard/${olga.account}/messages`
  const spending = `/dashboard/${olga.account}/spending/messages`
  return [
    inbox,
    `${inbox}?view=closed`,
    `${inbox}?view=mine&search=nothing-has-this`,
    `${inbox}/${conversation}`,
    `${inbox}/${other.conversation}`,
    `${inbox}/cnv_nobodys`,
    `${inbox}/saved`,
    spending,
    `${spending}/${asked.conversation}`,
    `${spending}/new?shop=${rita.shop}`,
    `/dashboard/${olga.account}/settings/notifications`,
  ]
}
