import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, languages, preferredSupportedLanguage, resources } from '../../locales/index.ts'

const key = 'stagedoor.language'
const stored = () => languages.find((language) => language === localStorage.getItem(key))

/** The language of the page: the one chosen here, or else the first one that the browser prefers. */
export const currentLanguage = () => i18next.language as Language
/** The same as a locale: how dates, numbers and money are written. */
export const currentLocale = () => (currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB')
export const hasChosenLanguage = () => stored() !== undefined

export function setLanguage(next: Language) {
  localStorage.setItem(key, next)
  return i18next.changeLanguage(next)
}

i18next.on('languageChanged', (next) => {
  document.documentElement.lang = next
})
await i18next.use(initReactI18next).init({
  resources,
  lng: stored() ?? preferredSupportedLanguage(navigator.languages),
  fallbackLng: 'en',
  ns: Object.keys(resources.en),
  defaultNS: 'common',
  interpolation: { escapeValue: false },
})
