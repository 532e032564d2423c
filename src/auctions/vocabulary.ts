export const auctionStates = ['running', 'sold', 'unsold'] as const

/** Seconds that an auction may last. */
export const auctionSeconds = { min: 10, max: 600, default: 60 } as const
/** Seconds before the end within which a bid extends the auction, to as many seconds again. */
export const counterBidSeconds = { min: 0, max: 60, default: 10 } as const
