import { countryName } from './countries.ts'

type Place = Partial<
  Record<'name' | 'line1' | 'line2' | 'postalCode' | 'city' | 'region' | 'country', string>
>

/** The lines of an address as written on a shipment, without empty ones. */
export const addressLines = ({ name, line1, line2, postalCode, city, region, country }: Place) =>
  [name, line1, line2, [postalCode, city].filter(Boolean).join(' '), region, country && countryName(country)]
    .map((line) => line?.trim())
    .filter((line) => line !== undefined && line !== '')

/** The address on one line, without the recipient. */
export const addressInline = (place: Place) => addressLines({ ...place, name: '' }).join(', ')
