/** What a translation must hold: the very keys of the English text, each with a text of its own. */
export type TranslationOf<T> = { readonly [K in keyof T]: T[K] extends string ? string : TranslationOf<T[K]> }
