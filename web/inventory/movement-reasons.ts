import type { manualMovementReasons } from '../../src/inventory/vocabulary.ts'

/** The reasons for stock that comes in and for stock that goes out. A correction is a reason for both. */
export const movementDirections = ['in', 'out'] as const
export type MovementDirection = (typeof movementDirections)[number]

export type MovementReason = (typeof manualMovementReasons)[MovementDirection][number]

export const signedQuantity = (direction: MovementDirection, quantity: string) =>
  direction === 'in' ? Number(quantity) : -Number(quantity)
