import { validate as isRouting } from 'abavalidator'
import { electronicFormatIBAN, ValidationErrorsIBAN, validateIBAN } from 'ibantools'
import { z } from 'zod'
import { line } from '../ground/text.ts'

/** A number as people write it, in groups. */
const compact = z
  .string()
  .max(60)
  .overwrite((text) => text.replaceAll(/[\s.-]/g, '').toUpperCase())

/** What is wrong with an IBAN, in the order in which one would look. */
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

const common = { password: z.string().max(128).optional(), holder: line(80) }

/** A bank account as it is typed: by its IBAN, or by the numbers that banks in the United States use. */
export const NewDetails = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('iban'), ...common, iban }),
  z.strictObject({ kind: z.literal('us'), ...common, routing, account: number }),
])

type Given = z.output<typeof NewDetails>

/** What is sealed: the IBAN, or the routing number and the account's. */
export const secretOf = (given: Given): string =>
  given.kind === 'iban' ? String(electronicFormatIBAN(given.iban)) : `${given.routing} ${given.account}`

/** The numbers in what was sealed. */
export function numbersOf(kind: Given['kind'], secret: string) {
  if (kind === 'iban') return { number: secret, routing: undefined }
  const [routing = '', number = ''] = secret.split(' ')
  return { number, routing }
}

/** What is shown of it. */
export const shownOf = (given: Given) => ({
  masked: `•••• ${secretOf(given).slice(-4)}`,
  country: given.kind === 'iban' ? given.iban.slice(0, 2) : 'US',
})
