/** The names and products of the two shops. Prices in cents. */
export const castShops = {
  olga: {
    name: 'Maison Ours',
    products: [
      { title: 'Wool jacket, charcoal', price: 8900, quantity: 6, category: 'Clothing', sku: 'MO-101' },
      { title: 'Linen shirt, natural', price: 4500, quantity: 14, category: 'Clothing', sku: 'MO-102' },
      { title: 'Leather belt, cognac', price: 3200, quantity: 2, category: 'Accessories', sku: 'MO-201' },
      { title: 'Silk scarf, 1978', price: 6400, quantity: 1, category: 'Vintage', sku: 'MO-301' },
      { title: 'Ceramic bear, large', price: 2800, quantity: 0, category: 'Home', sku: 'MO-401' },
      { title: 'Ceramic bear, small', price: 1600, quantity: 22, category: 'Home', sku: 'MO-402' },
      { title: 'Surprise parcel', price: 2500, quantity: 40, category: 'Shows', sku: 'MO-501', draft: true },
    ],
  },
  rita: {
    name: 'Fox & Fern',
    products: [
      { title: 'Trading cards, first series', price: 1200, quantity: 80, category: 'Cards', sku: 'FF-1' },
      { title: 'Fern in a glass', price: 2400, quantity: 9, category: 'Plants', sku: 'FF-2' },
    ],
  },
} as const
