export type TextPiece = { text: string; isLink: boolean }

const address = /https?:\/\/[^\s<>"'«»]+/gi
/** Characters at the end that belong to the sentence, and not to the address. */
const ending = /[.,;:!?…)\]}]+$/

/** Splits a text into web addresses and the text between them. */
export function splitLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let done = 0
  for (const { 0: found, index } of text.matchAll(address)) {
    const link = found.replace(ending, '')
    if (!isAddress(link)) continue
    pieces.push({ text: text.slice(done, index), isLink: false }, { text: link, isLink: true })
    done = index + link.length
  }
  pieces.push({ text: text.slice(done), isLink: false })
  return pieces.filter((piece) => piece.text !== '')
}

const isAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
