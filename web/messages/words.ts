/** Words in braces that a saved reply fills in by itself. */
export const fillable = ['buyer', 'order', 'shop'] as const

/** Those that stand in a text, each once. */
export const wordsIn = (text: string): string[] =>
  fillable.map((word) => `{${word}}`).filter((word) => text.includes(word))
