import { validate as isRouting } from 'abavalidator'
import { electronicFormatIBAN, ValidationErrorsIBAN, validateIBAN } from 'ibantools'
import { z } from 'zod'
import { identityLimits } from '../identity/vocabulary.ts'
import { singleLine } from '../platform/text-schemas.ts'
import { maxBankNumberLength, maxHolderLength } from './vocabulary.ts'

/** A number that may be written in groups: spaces are removed. */
const compact = z
  .string()
  .max(maxBankNumberLength)
  .overwrite((text) => text.replaceAll(/[\s.-]/g, '').toUpperCase())

/** What can be wrong with an IBAN, in order of importance. */
const wrongs = [
  [ValidationErrorsIBAN.NoIBANProvided, 'iban'],
  [ValidationErrorsIBAN.NoIBANCountry, 'iban_country'],
  [ValidationErrorsIBAN.WrongBBANLength, 'iban_length'],
  [ValidationErrorsIBAN.ChecksumNotNumber, 'iban'],
  [ValidationErrorsIBAN.WrongBBANFormat, 'iban'],
  [ValidationErrorsIBAN.WrongIBANChecksum, 'iban_checksum'],
  [ValidationErrorsIBAN.WrongAccountBankBranchChecksum, 'iban_checksum'],
] as const

const iban = compact.superRefine((text, context) => {
  const { errorCodes } = validateIBAN(text)
  const wrong = wrongs.find(([code]) => errorCodes.includes(code))
  if (wrong) context.addIssue({ code: 'custom', params: { code: wrong[1] } })
})
const routing = compact.refine((text) => /^\d{9}$/.test(text) && isRouting(text), {
  params: { code: 'routing' },
})
const number = compact.refine((text) => /^\d{4,17}$/.test(text), { params: { code: 'bank_account' } })

const common = {
  password: z.string().max(identityLimits.password.max).optional(),
  holder: singleLine(maxHolderLength),
}

/** A bank account as it is typed: an IBAN, or the routing and account number that banks in the United States use. */
export const NewPayoutDetails = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('iban'), ...common, iban }),
  z.strictObject({ kind: z.literal('us'), ...common, routing, account: number }),
])

type Given = z.output<typeof NewPayoutDetails>

/** The part that is sealed: the IBAN, or the routing number and the account number. */
export const bankSecret = (given: Given): string =>
  given.kind === 'iban' ? String(electronicFormatIBAN(given.iban)) : `${given.routing} ${given.account}`

/** Reads the numbers from the sealed part. */
export function bankNumbers(kind: Given['kind'], secret: string) {
  if (kind === 'iban') return { number: secret, routing: undefined }
  const [routing = '', number = ''] = secret.split(' ')
  return { number, routing }
}

/** The fields that may be shown. */
export const maskedDetails = (given: Given) => ({
  masked: `•••• ${bankSecret(given).slice(-4)}`,
  country: given.kind === 'iban' ? given.iban.slice(0, 2) : 'US',
})
