/** What a translation must hold: the very keys of the English text, each with a text of its own. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> }
