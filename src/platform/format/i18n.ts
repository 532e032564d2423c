import { createInstance, type ParseKeys } from 'i18next'
import { type Language, languages, preferredSupportedLanguage, resources } from '../../../locales/index.ts'

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

type Key = ParseKeys<['common', 'errors', 'mails', 'activity', 'reports', 'shipping']>

/** Translates a key into the language: `translate('fr')('errors:not_found')`. */
export const translate =
  (language: Language) =>
  (key: Key, named: Record<string, unknown> = {}): string =>
    (i18n.t as (key: string, options: object) => string)(key, { ...named, lng: language })

/** The supported language that the Accept-Language header prefers. */
export const preferredLanguage = (acceptLanguage: string | undefined): Language =>
  preferredSupportedLanguage((acceptLanguage ?? '').split(','))

/** Writes a day in the way of the language. */
export const formatDay = (language: Language, at: Date): string =>
  at.toLocaleDateString(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** Writes an amount of minor units in the way of the language. */
export function formatMoney(language: Language, minor: number, currency: string): string {
  const format = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

/** For example, "Olga and Marc". */
export const listWithAnd = (language: Language, names: string[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(names)

/** For example, "Olga", "Olga or Marc", "Olga, Marc or Ines". */
export const listWithOr = (language: Language, names: string[]): string =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(names)
