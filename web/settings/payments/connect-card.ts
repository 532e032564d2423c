import { ApiProblem, callApi, type FieldProblem } from '../../data/api.ts'
import { type CardFormValues, toCardInput } from './card-form-values.ts'

/** The form's field for a refusal, by the field or the decline reason that it names. */
const fields: Record<string, keyof CardFormValues> = {
  number: 'number',
  expMonth: 'expiry',
  expYear: 'expiry',
  cvc: 'cvc',
  incorrect_number: 'number',
  expired_card: 'expiry',
  incorrect_cvc: 'cvc',
}

/** Connects a card. A refusal becomes the error of the field that it is about. */
export async function connectCard(account: string, card: CardFormValues) {
  try {
    const input = toCardInput(card)
    return await callApi('POST /accounts/:account/payment-methods', { params: { account }, input })
  } catch (problem) {
    throw problem instanceof ApiProblem ? atFields(problem) : problem
  }
}

function atFields({ more, message, fields: found }: ApiProblem): ApiProblem {
  const about = fields[String(more.decline)]
  const of: FieldProblem[] = about ? [{ field: about, code: more.code, message }] : found
  return new ApiProblem({
    ...more,
    fields: of.map(({ field, ...rest }) => ({ ...rest, field: fields[field] ?? field })),
  })
}
