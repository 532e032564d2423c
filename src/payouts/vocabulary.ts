export const bankAccountKinds = ['iban', 'us'] as const

/** The maximum length of a bank account holder's name, in characters. */
export const maxHolderLength = 80
/** The maximum length of a bank number as it is typed, in groups, in characters. */
export const maxBankNumberLength = 60
