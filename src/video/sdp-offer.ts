import { Refusal } from '../errors/refusal.ts'
import { type CodecFormat, type MediaKind, recogniseCodec } from './codecs.ts'

export const maxOfferLength = 20_000
const maxOfferLines = 1000

/** One medium of an offer. */
export type OfferSection = {
  kind: MediaKind
  mid: string
  sends: boolean
  receives: boolean
  /** The formats that we support, in the offer's order of preference. */
  formats: CodecFormat[]
  /** The payload type for the answer if the section is not accepted. */
  firstPayloadType: number
  /** The SSRC of its packets, if the offer contains it. */
  ssrc: number | undefined
}

/**
 * The parts of an offer that we use. Its candidates are left out: the offering side connects to us, and we never send
 * to an address that an offer names.
 */
export type SdpOffer = {
  ufrag: string
  password: string
  /** The SHA-256 hash of the certificate. */
  fingerprint: string
  setup: string
  sections: OfferSection[]
}

const badOffer = () => new Refusal('bad_offer')

/**
 * Reads an offer of audio and video.
 * @throws Refusal bad_offer
 */
export function readOffer(text: string): SdpOffer {
  if (text.length > maxOfferLength || !/^v=0\r?\n/.test(text)) throw badOffer()
  const lines = text.trimEnd().split(/\r?\n/)
  if (lines.length > maxOfferLines || !lines.every((line) => /^[a-z]=[^\p{Cc}]*$/u.test(line)))
    throw badOffer()
  const starts = lines.flatMap((line, at) => (line.startsWith('m=') ? [at] : []))
  const session = lines.slice(0, starts[0])
  const media = starts.map((start, nth) => lines.slice(start, starts[nth + 1]))
  const sections = media.map(readSection)
  const [mids, present] = [sections.map(({ mid }) => mid), sections.map(({ kind }) => kind)]
  if (sections.length === 0 || new Set(mids).size < mids.length) throw badOffer()
  if (new Set(present).size < present.length) throw badOffer()
  const bundle = attributeOf(session, 'group:BUNDLE ', /^[^ ]+(?: [^ ]+)*$/, '').split(' ')
  if (sections.length > 1 && !mids.every((mid) => bundle.includes(mid))) throw badOffer()
  const first = [...session, ...(media[0] ?? [])]
  return {
    ufrag: attributeOf(first, 'ice-ufrag:', /^[\w+/-]{4,256}$/),
    password: attributeOf(first, 'ice-pwd:', /^[\w+/-]{22,256}$/),
    fingerprint: attributeOf(first, 'fingerprint:', /^sha-256 [0-9a-f]{2}(:[0-9a-f]{2}){31}$/i).slice(8),
    setup: attributeOf(first, 'setup:', /^(actpass|active|passive)$/),
    sections,
  }
}

/** The value of an attribute, which must match `form`. Without `otherwise`, the attribute is required. */
function attributeOf(lines: string[], attribute: string, form: RegExp, otherwise?: string): string {
  const line = lines.find((one) => one.startsWith(`a=${attribute}`))
  const value = line?.slice(attribute.length + 2).trimEnd() ?? otherwise
  if (value === undefined || !(form.test(value) || value === otherwise)) throw badOffer()
  return value
}

function readSection(lines: string[]): OfferSection {
  const head = /^m=(audio|video) \d{1,5} UDP\/TLS\/RTP\/SAVPF((?: \d{1,3})+) *$/.exec(lines[0] ?? '')
  const [kind, numbers] = [head?.[1] as MediaKind, (head?.[2] ?? '').trim().split(' ').map(Number)]
  if (!head || numbers.length > 128 || numbers.some((number) => number > 127)) throw badOffer()
  const hasDirection = (direction: string) => lines.some((line) => line.trimEnd() === `a=${direction}`)
  const ssrc = Number(attributeOf(lines, 'ssrc:', /^\d{1,10} .*$/, '0').split(' ')[0])
  if (ssrc > 0xffffffff) throw badOffer()
  return {
    kind,
    mid: attributeOf(lines, 'mid:', /^[\w.+-]{1,32}$/),
    sends: !hasDirection('recvonly') && !hasDirection('inactive'),
    receives: !hasDirection('sendonly') && !hasDirection('inactive'),
    formats: numbers.flatMap((number) => formatOf(lines, kind, number)),
    firstPayloadType: numbers[0] as number,
    ssrc: ssrc || undefined,
  }
}

function formatOf(lines: string[], kind: MediaKind, payloadType: number): CodecFormat[] {
  const name = attributeOf(lines, `rtpmap:${payloadType} `, /^[\w.-]{1,40}\/\d{1,6}(\/\d)?$/, '')
  const parameters = attributeOf(lines, `fmtp:${payloadType} `, /^.*$/, '')
  const codec = recogniseCodec(name, parameters)
  return codec && (kind === 'audio') === (codec === 'opus') ? [{ codec, payloadType }] : []
}
