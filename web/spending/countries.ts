import { language } from '../i18n.ts'
import type { NewAddress } from './addresses.ts'

export type Country = NewAddress['country']

/** The countries that the server takes. */
const codes = [
  ...['AT', 'AU', 'BE', 'BG', 'BR', 'CA', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GR'],
  ...['HR', 'HU', 'IE', 'IL', 'IN', 'IS', 'IT', 'JP', 'KR', 'LI', 'LT', 'LU', 'LV', 'MA', 'MC', 'MT', 'MX'],
  ...['NL', 'NO', 'NZ', 'PL', 'PT', 'RO', 'RS', 'SE', 'SG', 'SI', 'SK', 'SN', 'TN', 'TR', 'UA', 'US', 'ZA'],
] as const satisfies Country[]

/** One that the server takes and that is missing above does not compile. */
const complete: Exclude<Country, (typeof codes)[number]> extends never ? typeof codes : never = codes

const names = () => new Intl.DisplayNames(language(), { type: 'region' })

/** As the page's language calls it; a code that is none stays as it is. */
export const countryName = (code: string) => (/^[A-Z]{2}$/.test(code) ? (names().of(code) ?? code) : code)

/** To choose from, in the order of their names. */
export const countryChoices = () =>
  complete
    .map((code) => ({ value: code, label: countryName(code) }))
    .sort((one, other) => one.label.localeCompare(other.label, language()))
