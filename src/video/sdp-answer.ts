import { randomInt } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { type CodecFormat, codecAttributes } from './codecs.ts'
import type { OfferSection, SdpOffer } from './sdp-offer.ts'

/** An accepted section of an offer, with the format that was chosen for it. */
export type AcceptedSection = { section: OfferSection; format: CodecFormat; ssrc: number | undefined }
type MediaDirection = 'sendonly' | 'recvonly'

const profile = 'UDP/TLS/RTP/SAVPF'
const joinLines = (lines: string[]) => lines.map((line) => `${line}\r\n`).join('')

/**
 * Writes the offer that the WebRTC library reads. It is made from the accepted parts, so that the library never parses
 * text from outside.
 */
export function writeLibraryOffer(
  offer: SdpOffer,
  accepted: AcceptedSection[],
  direction: MediaDirection,
): string {
  return joinLines([
    'v=0',
    'o=- 1 1 IN IP4 0.0.0.0',
    's=-',
    't=0 0',
    `a=group:BUNDLE ${accepted.map(({ section }) => section.mid).join(' ')}`,
    `a=fingerprint:sha-256 ${offer.fingerprint}`,
    `a=ice-ufrag:${offer.ufrag}`,
    `a=ice-pwd:${offer.password}`,
    `a=setup:${offer.setup}`,
    ...accepted.flatMap(({ section: { kind, mid, ssrc }, format }) => [
      `m=${kind} 9 ${profile} ${format.payloadType}`,
      'c=IN IP4 0.0.0.0',
      `a=mid:${mid}`,
      `a=${direction}`,
      'a=rtcp-mux',
      ...codecAttributes(format),
      ...(direction === 'sendonly' && ssrc ? [`a=ssrc:${ssrc} cname:publisher`] : []),
    ]),
  ])
}

/** The library's part of an answer: its credentials and the addresses at which it can be reached. */
export type AnswerEnds = {
  ufrag: string
  password: string
  fingerprint: string
  setup: string
  candidates: string[]
}

/** Reads an answer of the library. A public address, if there is one, replaces the library's own addresses. */
export function readAnswerEnds(sdp: string, publicIp: string | undefined): AnswerEnds {
  const value = (name: string) => new RegExp(`^a=${name}:(.*)$`, 'm').exec(sdp)?.[1]?.trim() ?? ''
  const found = [...sdp.matchAll(/^a=(candidate:\S+ 1 UDP \d+ \S+ (\d+) typ host)/gim)]
  const port = found[0]?.[2]
  return {
    ufrag: value('ice-ufrag'),
    password: value('ice-pwd'),
    fingerprint: value('fingerprint'),
    setup: value('setup'),
    candidates:
      publicIp && port
        ? [`candidate:1 1 UDP 2130706431 ${publicIp} ${port} typ host`]
        : found.map(([, candidate]) => candidate as string),
  }
}

/** Writes the answer to an offer. It contains every section in its place; those that were not accepted are inactive. */
export function writeAnswer(
  offer: SdpOffer,
  accepted: AcceptedSection[],
  direction: MediaDirection,
  ends: AnswerEnds,
): string {
  const [, , , , address = '0.0.0.0'] = ends.candidates[0]?.split(' ') ?? []
  const net = `IN ${isIPv6(address) ? 'IP6' : 'IP4'} ${address}`
  const port = ends.candidates[0]?.split(' ')[5] ?? '9'
  return joinLines([
    'v=0',
    `o=- ${randomInt(1, 2 ** 47)} 1 IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    `a=group:BUNDLE ${offer.sections.map(({ mid }) => mid).join(' ')}`,
    'a=msid-semantic: WMS *',
    ...offer.sections.flatMap((section, nth) => {
      const taken = accepted.find((one) => one.section === section)
      const format = taken?.format ?? section.formats[0]
      return [
        `m=${section.kind} ${port} ${profile} ${format?.payloadType ?? section.firstPayloadType}`,
        `c=${net}`,
        `a=mid:${section.mid}`,
        `a=${taken ? direction : 'inactive'}`,
        'a=rtcp-mux',
        ...(format ? codecAttributes(format) : []),
        ...(taken?.ssrc ? [`a=msid:show ${section.kind}`, `a=ssrc:${taken.ssrc} cname:show`] : []),
        `a=fingerprint:${ends.fingerprint}`,
        `a=setup:${ends.setup}`,
        `a=ice-ufrag:${ends.ufrag}`,
        `a=ice-pwd:${ends.password}`,
        ...(nth === 0 ? [...ends.candidates.map((one) => `a=${one}`), 'a=end-of-candidates'] : []),
      ]
    }),
  ])
}
