/**
 * The books that money moves between. `pending` and `available` belong to the seller and make up their balance; the
 * others stand for where money comes from and goes to: the payment provider, the platform, the carrier, the
 * seller's bank.
 */
export const books = ['pending', 'available', 'processor', 'platform', 'carrier', 'bank'] as const
export const transferKinds = ['sale', 'fee', 'label', 'refund', 'adjustment', 'payout', 'release'] as const
