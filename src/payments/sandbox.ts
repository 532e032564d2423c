import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import type { ChargeOutcome, DeclineReason, PaymentProvider } from './provider.ts'
import { sandboxBank } from './tables.ts'

/** How a test card behaves when it is charged. The cards in `refused` cannot even be connected. */
type Behaviour = 'ok' | 'declined' | 'insufficient' | 'confirm' | 'confirm_insufficient'

/** Test card numbers as Stripe documents them (docs.stripe.com/testing), each with its behaviour. */
const cards: Record<string, { brand: string; behaves: Behaviour }> = {
  '4242424242424242': { brand: 'visa', behaves: 'ok' },
  '4000056655665556': { brand: 'visa', behaves: 'ok' },
  '5555555555554444': { brand: 'mastercard', behaves: 'ok' },
  '2223003122003222': { brand: 'mastercard', behaves: 'ok' },
  '378282246310005': { brand: 'amex', behaves: 'ok' },
  '4000002500000003': { brand: 'visa', behaves: 'ok' },
  '4000000000000341': { brand: 'visa', behaves: 'declined' },
  '4000002500003155': { brand: 'visa', behaves: 'confirm' },
  '4000002760003184': { brand: 'visa', behaves: 'confirm' },
  '4000008260003178': { brand: 'visa', behaves: 'confirm_insufficient' },
}
const refused: Record<string, DeclineReason> = {
  '4000000000000002': 'card_declined',
  '4000000000009995': 'insufficient_funds',
  '4000000000009987': 'card_declined',
  '4000000000009979': 'card_declined',
  '4000000000000069': 'expired_card',
  '4000000000000127': 'incorrect_cvc',
  '4000000000000119': 'processing_error',
  '4242424242424241': 'incorrect_number',
}
const declinesWith: Partial<Record<Behaviour, DeclineReason>> = {
  declined: 'card_declined',
  insufficient: 'insufficient_funds',
}

/** Bank accounts that accept no payout, as Stripe documents them (docs.stripe.com/connect/testing). */
const closedAccounts = ['DE62370400440532013001', '000111111116']

type Row = typeof sandboxBank.$inferSelect

/** A simulated provider. It accepts test cards, moves no money, and stores each request under its key. */
export function makeSandbox({ db }: Pick<Database, 'db'>): PaymentProvider {
  const findRow = async (key: string) =>
    (await db.select().from(sandboxBank).where(eq(sandboxBank.key, key)))[0]
  /** Stores the row under its key, unless the key is used. Returns the row that is stored under the key. */
  const storeOnce = async (row: typeof sandboxBank.$inferInsert): Promise<Row> => {
    await db.insert(sandboxBank).values(row).onConflictDoNothing()
    return (await findRow(row.key)) as Row
  }

  return {
    name: 'sandbox',
    cards: {
      by: 'card',
      connect: async ({ number, expMonth, expYear }) => {
        const reason = refused[number]
        if (reason) return { declined: reason }
        const card = cards[number]
        if (!card) return { declined: 'incorrect_number' }
        return {
          ref: `sandbox_${card.behaves}`,
          brand: card.brand,
          last4: number.slice(-4),
          expMonth,
          expYear,
        }
      },
    },
    charge: async ({ key, amount, currency, method }) => {
      const behaves = method.replace('sandbox_', '') as Behaviour
      const failure = declinesWith[behaves] ?? null
      const status = failure ? 'declined' : behaves === 'ok' ? 'succeeded' : 'confirm'
      return outcome(await storeOnce({ key, kind: 'charge', amount, currency, of: method, status, failure }))
    },
    find: async ({ key }) => {
      const row = await findRow(key)
      return row && outcome(row)
    },
    cancel: async ({ key }) => {
      await db
        .update(sandboxBank)
        .set({ status: 'cancelled', failure: 'not_confirmed' })
        .where(and(eq(sandboxBank.key, key), eq(sandboxBank.status, 'confirm')))
      const row = await findRow(key)
      return row ? outcome(row) : { status: 'declined', reason: 'not_confirmed' }
    },
    refund: async ({ key, charge, amount }) => {
      const of = await findRow(charge)
      if (of?.status !== 'succeeded') return 'failed'
      await storeOnce({ key, kind: 'refund', amount, currency: of.currency, of: charge, status: 'succeeded' })
      return 'succeeded'
    },
    payout: async ({ key, amount, currency, destination }) => {
      const isClosed = closedAccounts.some((ending) => destination().number.endsWith(ending))
      const status = isClosed ? 'declined' : 'succeeded'
      const row = await storeOnce({ key, kind: 'payout', amount, currency, status })
      return row.status === 'succeeded' ? 'succeeded' : 'failed'
    },
  }
}

/** Simulates the page on which the buyer's bank asks for a confirmation. */
export async function confirmAtSandboxBank(
  { db }: Pick<Database, 'db'>,
  key: string,
  approve: boolean,
): Promise<void> {
  await db
    .update(sandboxBank)
    .set(
      approve
        ? {
            status: sql`case when ${sandboxBank.of} = 'sandbox_confirm_insufficient' then 'declined' else 'succeeded' end`,
            failure: sql`case when ${sandboxBank.of} = 'sandbox_confirm_insufficient' then 'insufficient_funds' end`,
          }
        : { status: 'declined', failure: 'authentication_failed' },
    )
    .where(and(eq(sandboxBank.key, key), eq(sandboxBank.status, 'confirm')))
}

const outcome = ({ key, status, failure }: Row): ChargeOutcome => {
  if (status === 'succeeded') return { status, ref: key }
  if (status === 'confirm') return { status, ref: key, url: null }
  return { status: 'declined', reason: (failure ?? 'card_declined') as DeclineReason }
}
