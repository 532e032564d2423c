import { validate as isRouting } from 'abavalidator'
import { electronicFormatIBAN, ValidationErrorsIBAN, validateIBAN } from 'ibantools'
import { z } from 'zod'
import { identityLimits } from '../identity/vocabulary.ts'
import { singleLine } from '../platform/text-schemas.ts'
import { maxBankNumberLength, maxHolderLength } from './vocabulary.ts'

/** A number that people write in groups: spaces, dots and hyphens are removed. */
const compact = z
  .string()
  .max(maxBankNumberLength)
  .overwrite((text) => text.replaceAll(/[\s.-]/g, '').toUpperCase())

/** What can be wrong with an IBAN, the most helpful problem first. */
const ibanProblems = [
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
  const wrong = ibanProblems.find(([code]) => errorCodes.includes(code))
  if (wrong) context.addIssue({ code: 'custom', params: { code: wrong[1] } })
})
const routing = compact.refine((text) => /^\d{9}$/.test(text) && isRouting(text), {
  params: { code: 'routing' },
})
const number = compact.refine((text) => /^\d{4,17}$/.test(text), { params: { code: 'bank_account' } })

const common = {
  password: z
    .string()
    .max(identityLimits.password.max)
    .optional()
    .describe("The Owner's password. Without it, the answer is 428 `proof_required`."),
  holder: singleLine(maxHolderLength).describe("The name of the bank account's holder."),
}

/**
 * A bank account as it is typed: an IBAN, or the routing number and the account number that banks in the United
 * States use.
 */
export const NewPayoutDetails = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('iban'), ...common, iban }),
  z.strictObject({ kind: z.literal('us'), ...common, routing, account: number }),
])

type DetailsInput = z.output<typeof NewPayoutDetails>

/** The part of the details that is sealed: the IBAN, or the routing number and the account number. */
export const bankSecret = (details: DetailsInput): string =>
  details.kind === 'iban'
    ? String(electronicFormatIBAN(details.iban))
    : `${details.routing} ${details.account}`

/** Reads the numbers from the sealed part. */
export function bankNumbers(kind: DetailsInput['kind'], secret: string) {
  if (kind === 'iban') return { number: secret, routing: undefined }
  const [routing = '', number = ''] = secret.split(' ')
  return { number, routing }
}

/** The fields that may be shown. */
export const maskedDetails = (details: DetailsInput) => ({
  masked: `•••• ${bankSecret(details).slice(-4)}`,
  country: details.kind === 'iban' ? details.iban.slice(0, 2) : 'US',
})
