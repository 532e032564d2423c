import { call, type FieldProblem, Problem } from '../api.ts'
import { inputOf, type Values } from './card.ts'

/** Which field of the form a refusal is about, by the field or the decline that it names. */
const fields: Record<string, keyof Values> = {
  number: 'number',
  expMonth: 'expiry',
  expYear: 'expiry',
  cvc: 'cvc',
  incorrect_number: 'number',
  expired_card: 'expiry',
  incorrect_cvc: 'cvc',
}

/** Connects a card. A refusal comes back at the field that it is about. */
export async function connect(account: string, card: Values) {
  try {
    const input = inputOf(card)
    return await call('POST /accounts/:account/payment-methods', { params: { account }, input })
  } catch (problem) {
    throw problem instanceof Problem ? atFields(problem) : problem
  }
}

function atFields({ more, message, fields: found }: Problem): Problem {
  const about = fields[String(more.decline)]
  const of: FieldProblem[] = about ? [{ field: about, code: more.code, message }] : found
  return new Problem({
    ...more,
    fields: of.map(({ field, ...rest }) => ({ ...rest, field: fields[field] ?? field })),
  })
}
