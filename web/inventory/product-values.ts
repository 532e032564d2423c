import { asTyped, toMinor } from '../money.ts'
import type { Product } from './products.ts'

/** A product as its form holds it: the price in major units, as typed. */
export type Values = {
  title: string
  price: string
  quantity: string
  category: string
  sku: string
  description: string
  draft: boolean
}

export const emptyValues: Values = {
  title: '',
  price: '',
  quantity: '1',
  category: '',
  sku: '',
  description: '',
  draft: false,
}

export const valuesOf = (product: Product): Values => ({
  title: product.title,
  price: asTyped(product.price, product.currency),
  quantity: String(product.quantity),
  category: product.category ?? '',
  sku: product.sku ?? '',
  description: product.description ?? '',
  draft: product.status === 'draft',
})

export const isCount = (text: string) => /^\d{1,9}$/.test(text.trim())

/** What is sent, the price in minor units; the form has checked that it is an amount. */
export const inputOf = ({ quantity: _, price, ...rest }: Values, currency: string) => ({
  ...rest,
  price: toMinor(price, currency) ?? 0,
})
