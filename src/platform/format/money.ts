/** A percentage of an amount, rounded to the nearest minor unit; halves are rounded up. */
export const percentageOf = (amount: number, percent: number): number => Math.round((amount * percent) / 100)
