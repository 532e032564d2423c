import { createInstance, type ParseKeys } from 'i18next'
import { type Language, languages, preferred, resources } from '../../locales/index.ts'

export type { Language }

const i18n = createInstance()
await i18n.init({
  resources,
  fallbackLng: 'en',
  supportedLngs: languages,
  defaultNS: 'common',
  contextSeparator: '~',
  interpolation: { escapeValue: false },
})

type Key = ParseKeys<['common', 'errors', 'mails', 'activity', 'reports', 'parcels']>

/** The texts of the language: `words('fr')('errors:not_found')`. */
export const words =
  (language: Language) =>
  (key: Key, named: Record<string, unknown> = {}): string =>
    (i18n.t as (key: string, options: object) => string)(key, { ...named, lng: language })

/** The language that a request's reader prefers. */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  preferred((acceptLanguage ?? '').split(','))

/** A day as people of the language write it. */
export const dayIn = (language: Language, at: Date): string =>
  at.toLocaleDateString(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** An amount of minor units as people of the language write it. */
export function moneyIn(language: Language, minor: number, currency: string): string {
  const format = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

/** "Olga and Marc". */
export const allOf = (language: Language, names: string[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(names)

/** "Olga", "Olga or Marc", "Olga, Marc or Ines". */
export const anyOf = (language: Language, names: string[]): string =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(names)
