/** How many digits a card's security code has. */
export const cvcDigits = { min: 3, max: 4 } as const
