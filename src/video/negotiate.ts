import { randomInt } from 'node:crypto'
import { Refusal } from '../errors/refusal.ts'
import type { Codec, MediaKind } from './codecs.ts'
import type { AcceptedSection } from './sdp-answer.ts'
import type { SdpOffer } from './sdp-offer.ts'

/**
 * Chooses what a publisher sends: for each medium, the first codec of the offer that we support. The offer lists codecs
 * in the order of the browser's preference.
 * @throws Refusal bad_offer
 */
export function acceptPublisher({ sections }: SdpOffer): AcceptedSection[] {
  const accepted = sections
    .filter(({ sends }) => sends)
    .map((section) => {
      const format = section.formats[0]
      if (!format) throw new Refusal('bad_offer')
      return { section, format, ssrc: undefined }
    })
  // If one connection carries two media, only the SSRCs in the offer tell their packets apart.
  const unmarked = accepted.some(({ section }) => section.ssrc === undefined)
  if (accepted.length === 0 || (accepted.length > 1 && unmarked)) throw new Refusal('bad_offer')
  return accepted
}

/**
 * Chooses what a viewer gets: each published medium that they offer to receive, in the codec in which it is
 * published.
 * @throws Refusal bad_offer
 */
export function acceptViewer(
  { sections }: SdpOffer,
  codecs: Partial<Record<MediaKind, Codec>>,
): AcceptedSection[] {
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

export const wantedKinds = ({ sections }: SdpOffer): MediaKind[] =>
  sections.filter(({ receives }) => receives).map(({ kind }) => kind)
