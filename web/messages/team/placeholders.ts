/** The placeholders of a saved reply, which are replaced automatically. */
export const placeholderNames = ['buyer', 'order', 'shop'] as const

/** The placeholders in a text, each once. */
export const placeholdersIn = (text: string): string[] =>
  placeholderNames.map((word) => `{${word}}`).filter((word) => text.includes(word))
