/** A key under which something is done once, however often the button is pressed after a lost connection. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')
