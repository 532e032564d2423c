import { randomInt } from 'node:crypto'
import { Refusal } from '../door/errors.ts'
import type { Accepted } from './answer.ts'
import type { Codec, Kind } from './codecs.ts'
import type { Offer } from './offer.ts'

/**
 * What is taken of somebody who would send: of each medium the first codec that we know, in the order of the offer,
 * which is the browser's taste. @throws Refusal bad_offer
 */
export function acceptPublisher({ sections }: Offer): Accepted[] {
  const accepted = sections
    .filter(({ sends }) => sends)
    .map((section) => {
      const format = section.formats[0]
      if (!format) throw new Refusal('bad_offer')
      return { section, format, ssrc: undefined }
    })
  // Two media on one connection are told apart by what the offer says of their packets.
  const unmarked = accepted.some(({ section }) => section.ssrc === undefined)
  if (accepted.length === 0 || (accepted.length > 1 && unmarked)) throw new Refusal('bad_offer')
  return accepted
}

/** What somebody who watches gets: of what is sent all that they offer to take, in its codec. @throws Refusal bad_offer */
export function acceptViewer({ sections }: Offer, codecs: Partial<Record<Kind, Codec>>): Accepted[] {
  const accepted = sections
    .filter(({ kind, receives }) => receives && codecs[kind])
    .map((section) => {
      const format = section.formats.find(({ codec }) => codec === codecs[section.kind])
      if (!format) throw new Refusal('bad_offer')
      return { section, format, ssrc: randomInt(1, 2 ** 32) }
    })
  if (accepted.length === 0) throw new Refusal('bad_offer')
  return accepted
}

export const wantsOf = ({ sections }: Offer): Kind[] =>
  sections.filter(({ receives }) => receives).map(({ kind }) => kind)
