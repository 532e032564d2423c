import { currentLanguage } from '../i18n/i18n.ts'

/** “740 g”, “1.2 kg”. */
export function formatWeight(grams: number | null): string {
  if (grams === null) return ''
  const [amount, unit] = grams < 1000 ? [grams, 'gram'] : [grams / 1000, 'kilogram']
  return new Intl.NumberFormat(currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'unit',
    unit,
    maximumFractionDigits: 2,
  }).format(amount)
}
