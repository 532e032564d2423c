import type { ApiClient } from './api-client.ts'

/** Test cards of the sandbox, by what they do. */
export const sandboxCards = {
  good: '4242 4242 4242 4242',
  /** This card can be connected, and is declined when it is charged. */
  declinedLater: '4000 0000 0000 0341',
  refused: '4000 0000 0000 0002',
  /** This card needs a confirmation by the buyer's bank. */
  confirm: '4000 0025 0000 3155',
  confirmAndDecline: '4000 0082 6000 3178',
} as const

export const castAddresses = {
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

/** Connects a card to an account as its Owner. @returns the method's id */
export async function connectSandboxCard(owner: ApiClient, account: string, number: string): Promise<string> {
  const expYear = new Date().getUTCFullYear() + 3
  const made = await owner.post(`${account}/payment-methods`, { number, expMonth: 12, expYear, cvc: '123' })
  if (made.status !== 201) throw new Error(`no card: ${JSON.stringify(made.body)}`)
  return made.body.id
}

/** Adds an address and a card to an account, so that it can buy. */
export async function addCardAndAddress(
  owner: ApiClient,
  account: string,
  number: string = sandboxCards.good,
  address: object = castAddresses.fox,
): Promise<{ method: string; address: string }> {
  const method = await connectSandboxCard(owner, account, number)
  const made = await owner.post(`${account}/addresses`, address)
  if (made.status !== 201) throw new Error(`no address: ${JSON.stringify(made.body)}`)
  return { method, address: made.body.id }
}
