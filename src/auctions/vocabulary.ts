export const auctionStatuses = ['running', 'sold', 'unsold'] as const

/** How many seconds an auction may last. */
export const auctionSeconds = { min: 10, max: 600, default: 60 } as const
/** A bid within this many seconds of the end moves the end to this many seconds after the bid. */
export const counterBidSeconds = { min: 0, max: 60, default: 10 } as const
