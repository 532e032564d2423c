import { currentLanguage } from '../i18n/i18n.ts'
import type { Address, AddressInput } from './address-queries.ts'
import type { Country } from './countries.ts'

/** An address as the form's fields contain it. */
export type AddressFormValues = Record<
  'name' | 'line1' | 'line2' | 'postalCode' | 'city' | 'region',
  string
> & {
  country: string | null
  preferred: boolean
}

/**
 * The values of an empty form. The country is that of the address before, or else one where the page's language is
 * spoken.
 */
export const emptyAddressForm = (before: Address | undefined): AddressFormValues => ({
  name: '',
  line1: '',
  line2: '',
  postalCode: '',
  city: '',
  region: '',
  country: before?.country ?? (currentLanguage() === 'fr' ? 'FR' : 'GB'),
  preferred: false,
})

export const toAddressForm = ({ id: _, ...address }: Address): AddressFormValues => address

/** The input for the API. The form has checked that a country is chosen. */
export const toAddressInput = ({ country, ...rest }: AddressFormValues): AddressInput => ({
  ...rest,
  country: country as Country,
})
