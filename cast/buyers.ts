import type { Client } from './client.ts'

/** Test cards of the sandbox, by what they do. */
export const cards = {
  good: '4242 4242 4242 4242',
  /** Can be connected, and is declined when it is charged. */
  declinedLater: '4000 0000 0000 0341',
  refused: '4000 0000 0000 0002',
  /** Asks for a confirmation by the buyer's bank. */
  confirm: '4000 0025 0000 3155',
  confirmAndDecline: '4000 0082 6000 3178',
} as const

export const addresses = {
  fox: {
    name: 'Rita Fox',
    line1: '4 Fern Lane',
    postalCode: 'E8 3PN',
    city: 'London',
    country: 'GB',
  },
  lyon: {
    name: 'Bruno Petit',
    line1: '12 rue des Capucins',
    line2: 'Bât. B',
    postalCode: '69001',
    city: 'Lyon',
    country: 'FR',
  },
} as const

/** Connects a card to an account, as its Owner does. @returns the method's id */
export async function connect(owner: Client, account: string, number: string): Promise<string> {
  const expYear = new Date().getUTCFullYear() + 3
  const made = await owner.post(`${account}/payment-methods`, { number, expMonth: 12, expYear, cvc: '123' })
  if (made.status !== 201) throw new Error(`no card: ${JSON.stringify(made.body)}`)
  return made.body.id
}

/** Makes an account ready to buy: an address and a card. */
export async function readyToBuy(
  owner: Client,
  account: string,
  number: string = cards.good,
  address: object = addresses.fox,
): Promise<{ method: string; address: string }> {
  const method = await connect(owner, account, number)
  const made = await owner.post(`${account}/addresses`, address)
  if (made.status !== 201) throw new Error(`no address: ${JSON.stringify(made.body)}`)
  return { method, address: made.body.id }
}
