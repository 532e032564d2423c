export const bankAccountKinds = ['iban', 'us'] as const

/** Characters of the name of a bank account's holder. */
export const maxHolderLength = 80
/** Characters of a bank's number as it is typed, in groups. */
export const maxBankNumberLength = 60
