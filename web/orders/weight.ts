import { language } from '../i18n.ts'

/** “740 g”, “1.2 kg”. */
export function weightText(grams: number | null): string {
  if (grams === null) return ''
  const [amount, unit] = grams < 1000 ? [grams, 'gram'] : [grams / 1000, 'kilogram']
  return new Intl.NumberFormat(language() === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'unit',
    unit,
    maximumFractionDigits: 2,
  }).format(amount)
}
