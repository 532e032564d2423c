/** A share of an amount in minor units, to the nearest one; halves go up. */
export const share = (amount: number, percent: number): number => Math.round((amount * percent) / 100)
