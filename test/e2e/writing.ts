import type { Page } from '@playwright/test'
import type { Guest, House } from './house.ts'
import { regular } from './shipping.ts'

/** Rita, who bought something and asks about it. @returns the conversation, and what she bought */
export async function customerWrites(house: House, olga: Guest, name: string, text: string) {
  const rita = await regular(house, olga, name)
  const order = await rita.buys({ title: 'Ceramic bear' })
  const asked = await rita.guest.api('POST', `/accounts/${rita.guest.account}/seller-conversations`, {
    shop: olga.shop,
    text,
    about: { kind: 'order', id: order.id },
  })
  return { rita: rita.guest, order, conversation: asked.conversation as string }
}

/** What stands in the open conversation, top to bottom. */
export const said = (page: Page) => page.getByRole('log')

/** Types a reply and sends it as most people do. */
export async function replies(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: /^(Reply to|Write to|Message to|Your message)/ })
  await field.fill(text)
  await field.press('Enter')
}

/** Where both sides meet their conversations: with a note, a photo, one that is closed and one that is blocked. */
export async function messagePages(house: House, olga: Guest, name: string): Promise<string[]> {
  const { rita, conversation } = await customerWrites(
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
  const other = await bruno.api('POST', `/accounts/${bruno.account}/seller-conversations`, {
    shop: olga.shop,
    text: 'Hello',
  })
  const shut = `${own}/conversations/${other.conversation}`
  await olga.api('PATCH', shut, { blocked: true, closed: true })
  await olga.api('POST', `${own}/saved-replies`, {
    title: 'On its way',
    text: 'Hello {buyer}, {order} is on its way',
  })
  const asked = await olga.api('POST', `${own}/seller-conversations`, {
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
