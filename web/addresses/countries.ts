import { currentLanguage } from '../i18n/i18n.ts'
import type { AddressInput } from './address-queries.ts'

export type Country = AddressInput['country']

/** The countries that the server accepts. */
const codes = [
  ...['AT', 'AU', 'BE', 'BG', 'BR', 'CA', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GR'],
  ...['HR', 'HU', 'IE', 'IL', 'IN', 'IS', 'IT', 'JP', 'KR', 'LI', 'LT', 'LU', 'LV', 'MA', 'MC', 'MT', 'MX'],
  ...['NL', 'NO', 'NZ', 'PL', 'PT', 'RO', 'RS', 'SE', 'SG', 'SI', 'SK', 'SN', 'TN', 'TR', 'UA', 'US', 'ZA'],
] as const satisfies Country[]

/** Does not compile if a country of the server is missing above. */
const complete: Exclude<Country, (typeof codes)[number]> extends never ? typeof codes : never = codes

const names = () => new Intl.DisplayNames(currentLanguage(), { type: 'region' })

/** The country's name in the page's language. A text that is not a country code is returned unchanged. */
export const countryName = (code: string) => (/^[A-Z]{2}$/.test(code) ? (names().of(code) ?? code) : code)

/** The options of a country field, in the order of their names. */
export const countryChoices = () =>
  complete
    .map((code) => ({ value: code, label: countryName(code) }))
    .sort((one, other) => one.label.localeCompare(other.label, currentLanguage()))
