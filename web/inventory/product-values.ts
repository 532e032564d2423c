import { asTyped, toMinor } from '../money.ts'
import type { Product } from './products.ts'

export const conditions = ['new', 'like_new', 'good', 'fair', 'for_parts'] as const
export const sales = ['fixed', 'auction'] as const

/** A product as its form holds it: numbers as typed, the price in major units. */
export type Values = {
  title: string
  description: string
  category: string
  condition: (typeof conditions)[number]
  sale: (typeof sales)[number]
  price: string
  quantity: string
  weight: string
  sku: string
  draft: boolean
}

export const emptyValues: Values = {
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

export const valuesOf = (product: Product): Values => ({
  title: product.title,
  description: product.description,
  category: product.category,
  condition: product.condition,
  sale: product.sale,
  price: asTyped(product.price, product.currency),
  quantity: String(product.quantity),
  weight: product.weightGrams === 0 ? '' : String(product.weightGrams),
  sku: product.sku,
  draft: product.status === 'draft',
})

export const isCount = (text: string) => /^\d{1,9}$/.test(text.trim())

/** Grams of one product, packed: 100 kg at most; nothing is not known. */
export const isWeight = (text: string) => text.trim() === '' || (isCount(text) && Number(text) <= 100_000)

/** A price that something can be sold for: above nothing, up to a million. */
export const isPrice = (text: string, currency: string) => {
  const minor = toMinor(text, currency)
  return minor !== undefined && minor >= 1 && minor <= 100_000_000
}

/** What is sent, the price in minor units; the form has checked that it is an amount. */
export const inputOf = ({ quantity: _, price, weight, ...rest }: Values, currency: string) => ({
  ...rest,
  price: toMinor(price, currency) ?? 0,
  weightGrams: Number(weight),
})
