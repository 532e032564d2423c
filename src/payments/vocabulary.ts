/** Digits of a card's security code. */
export const cvcDigits = { min: 3, max: 4 } as const
