import { countryName } from './countries.ts'

type Place = Partial<
  Record<'name' | 'line1' | 'line2' | 'postalCode' | 'city' | 'region' | 'country', string>
>

/** An address as it is written on a parcel, line by line; lines left empty are left out. */
export const addressLines = ({ name, line1, line2, postalCode, city, region, country }: Place) =>
  [name, line1, line2, [postalCode, city].filter(Boolean).join(' '), region, country && countryName(country)]
    .map((line) => line?.trim())
    .filter((line) => line !== undefined && line !== '')

/** The same on one line, without who receives it. */
export const addressInline = (place: Place) => addressLines({ ...place, name: '' }).join(', ')
