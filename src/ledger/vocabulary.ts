/**
 * The books that money moves between. `pending` and `available` belong to the seller and make up the seller's balance.
 * The others stand for the places that money comes from and goes to: `processor` for the payment provider, `platform`,
 * `carrier`, and `bank` for the seller's bank.
 */
export const books = ['pending', 'available', 'processor', 'platform', 'carrier', 'bank'] as const
export const transferKinds = ['sale', 'fee', 'label', 'refund', 'adjustment', 'payout', 'release'] as const
