import { z } from 'zod'
import { type FieldProblem, Refusal } from '../errors/refusal.ts'
import type { Tx } from '../platform/database/database.ts'

/** The time at which a member's access ends. `requireFutureEnds` compares it with the database's clock. */
export const endOfAccess = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

const maxDaysAhead = 3653

/**
 * @param ends the end dates by the name of their field; null or undefined if the access does not end
 * @throws Refusal invalid, naming each field whose date has passed (`past`) or is more than ten years ahead (`date`)
 */
export function requireFutureEnds({ now }: Tx, ends: Record<string, Date | null | undefined>): void {
  const latest = now.getTime() + maxDaysAhead * 86_400_000
  const problems: FieldProblem[] = []
  for (const [field, end] of Object.entries(ends)) {
    if (end && end <= now) problems.push({ field, code: 'past' })
    else if (end && end.getTime() >= latest) problems.push({ field, code: 'date' })
  }
  if (problems.length > 0) throw new Refusal('invalid', {}, problems)
}
