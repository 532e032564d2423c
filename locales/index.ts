import { en } from './en/index.ts'
import { fr } from './fr/index.ts'

export const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]
export const resources = { en, fr } as const

/** The first of the languages somebody prefers (an Accept-Language header's or a browser's list) that we speak. */
export function preferredSupportedLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const language = tag.trim().slice(0, 2).toLowerCase()
    if (languages.includes(language as Language)) return language as Language
  }
  return 'en'
}
