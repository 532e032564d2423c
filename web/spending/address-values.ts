import { language } from '../i18n.ts'
import type { Address, NewAddress } from './addresses.ts'
import type { Country } from './countries.ts'

/** An address as its form holds it. */
export type Values = Record<'name' | 'line1' | 'line2' | 'postalCode' | 'city' | 'region', string> & {
  country: string | null
  preferred: boolean
}

/** A new one is most likely in the country of the one before, else where the page's language is spoken. */
export const emptyValues = (before: Address | undefined): Values => ({
  name: '',
  line1: '',
  line2: '',
  postalCode: '',
  city: '',
  region: '',
  country: before?.country ?? (language() === 'fr' ? 'FR' : 'GB'),
  preferred: false,
})

export const valuesOf = ({ id: _, ...address }: Address): Values => address

/** What is sent; the form has checked that a country is chosen. */
export const inputOf = ({ country, ...rest }: Values): NewAddress => ({
  ...rest,
  country: country as Country,
})
