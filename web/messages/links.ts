export type Piece = { text: string; isLink: boolean }

const address = /https?:\/\/[^\s<>"'«»]+/gi
/** What ends a sentence rather than an address. */
const ending = /[.,;:!?…)\]}]+$/

/** A text in its pieces: addresses of the web, and what is between them. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
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
