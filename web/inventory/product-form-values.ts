import type { productConditions, saleKinds } from '../../src/inventory/vocabulary.ts'
import { maxProductGrams, maxProductPrice } from '../../src/inventory/vocabulary.ts'
import { toMinorUnits, toMoneyInput } from '../i18n/money.ts'
import type { Product } from './product-queries.ts'

/** A product as the form's fields contain it: numbers as typed, the price in major units. */
export type ProductFormValues = {
  title: string
  description: string
  category: string
  condition: (typeof productConditions)[number]
  sale: (typeof saleKinds)[number]
  price: string
  quantity: string
  weight: string
  sku: string
  draft: boolean
}

export const emptyProductForm: ProductFormValues = {
  title: '',
  description: '',
  category: '',
  condition: 'new',
  sale: 'fixed',
  price: '',
  quantity: '1',
  weight: '',
  sku: '',
  draft: false,
}

export const toProductForm = (product: Product): ProductFormValues => ({
  title: product.title,
  description: product.description,
  category: product.category,
  condition: product.condition,
  sale: product.sale,
  price: toMoneyInput(product.price, product.currency),
  quantity: String(product.quantity),
  weight: product.weightGrams === 0 ? '' : String(product.weightGrams),
  sku: product.sku,
  draft: product.status === 'draft',
})

export const isQuantity = (text: string) => /^\d{1,9}$/.test(text.trim())

/** The weight of one product with its packaging, in grams, at most 100 kg. Empty: unknown. */
export const isWeightGrams = (text: string) =>
  text.trim() === '' || (isQuantity(text) && Number(text) <= maxProductGrams)

/** Whether the text is a valid price: above 0, at most a million. */
export const isValidPrice = (text: string, currency: string) => {
  const minor = toMinorUnits(text, currency)
  return minor !== undefined && minor >= 1 && minor <= maxProductPrice
}

/** The input for the API, with the price in minor units. The form has checked that it is an amount. */
export const toProductInput = (
  { quantity: _, price, weight, ...rest }: ProductFormValues,
  currency: string,
) => ({
  ...rest,
  price: toMinorUnits(price, currency) ?? 0,
  weightGrams: Number(weight),
})
