/** Stock comes in or goes out, each for reasons of its own; a correction goes both ways. */
export const directions = ['in', 'out'] as const
export type Direction = (typeof directions)[number]

export const reasonsOf = {
  in: ['received', 'returned', 'correction'],
  out: ['damaged', 'correction'],
} as const
export type Reason = (typeof reasonsOf)[Direction][number]

export const signed = (direction: Direction, quantity: string) =>
  direction === 'in' ? Number(quantity) : -Number(quantity)
