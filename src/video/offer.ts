import { Refusal } from '../door/errors.ts'
import { codecOf, type Format, type Kind } from './codecs.ts'

export const longestOffer = 20_000
const mostLines = 1000

/** One medium of an offer. */
export type Section = {
  kind: Kind
  mid: string
  sends: boolean
  receives: boolean
  /** Those that we know, in the order that the offer prefers them. */
  formats: Format[]
  /** A number to answer with where nothing is sent. */
  firstPayloadType: number
  /** What its packets are marked with, if the offer says it. */
  ssrc: number | undefined
}

/** What counts of an offer. Its candidates do not: whoever offers comes to us, and we call no address that they name. */
export type Offer = {
  ufrag: string
  password: string
  /** SHA-256 of the certificate. */
  fingerprint: string
  setup: string
  sections: Section[]
}

const bad = () => new Refusal('bad_offer')

/** Reads an offer of audio and video. @throws Refusal bad_offer */
export function readOffer(text: string): Offer {
  if (text.length > longestOffer || !/^v=0\r?\n/.test(text)) throw bad()
  const lines = text.trimEnd().split(/\r?\n/)
  if (lines.length > mostLines || !lines.every((line) => /^[a-z]=[^\p{Cc}]*$/u.test(line))) throw bad()
  const starts = lines.flatMap((line, at) => (line.startsWith('m=') ? [at] : []))
  const session = lines.slice(0, starts[0])
  const media = starts.map((start, nth) => lines.slice(start, starts[nth + 1]))
  const sections = media.map(readSection)
  const [mids, present] = [sections.map(({ mid }) => mid), sections.map(({ kind }) => kind)]
  if (sections.length === 0 || new Set(mids).size < mids.length) throw bad()
  if (new Set(present).size < present.length) throw bad()
  const bundle = attributeOf(session, 'group:BUNDLE ', /^[^ ]+(?: [^ ]+)*$/, '').split(' ')
  if (sections.length > 1 && !mids.every((mid) => bundle.includes(mid))) throw bad()
  const first = [...session, ...(media[0] ?? [])]
  return {
    ufrag: attributeOf(first, 'ice-ufrag:', /^[\w+/-]{4,256}$/),
    password: attributeOf(first, 'ice-pwd:', /^[\w+/-]{22,256}$/),
    fingerprint: attributeOf(first, 'fingerprint:', /^sha-256 [0-9a-f]{2}(:[0-9a-f]{2}){31}$/i).slice(8),
    setup: attributeOf(first, 'setup:', /^(actpass|active|passive)$/),
    sections,
  }
}

/** An attribute's value in the form that it must have. Without one given instead, it must be there. */
function attributeOf(lines: string[], attribute: string, form: RegExp, otherwise?: string): string {
  const line = lines.find((one) => one.startsWith(`a=${attribute}`))
  const value = line?.slice(attribute.length + 2).trimEnd() ?? otherwise
  if (value === undefined || !(form.test(value) || value === otherwise)) throw bad()
  return value
}

function readSection(lines: string[]): Section {
  const head = /^m=(audio|video) \d{1,5} UDP\/TLS\/RTP\/SAVPF((?: \d{1,3})+) *$/.exec(lines[0] ?? '')
  const [kind, numbers] = [head?.[1] as Kind, (head?.[2] ?? '').trim().split(' ').map(Number)]
  if (!head || numbers.length > 128 || numbers.some((number) => number > 127)) throw bad()
  const says = (direction: string) => lines.some((line) => line.trimEnd() === `a=${direction}`)
  const ssrc = Number(attributeOf(lines, 'ssrc:', /^\d{1,10} .*$/, '0').split(' ')[0])
  if (ssrc > 0xffffffff) throw bad()
  return {
    kind,
    mid: attributeOf(lines, 'mid:', /^[\w.+-]{1,32}$/),
    sends: !says('recvonly') && !says('inactive'),
    receives: !says('sendonly') && !says('inactive'),
    formats: numbers.flatMap((number) => formatOf(lines, kind, number)),
    firstPayloadType: numbers[0] as number,
    ssrc: ssrc || undefined,
  }
}

function formatOf(lines: string[], kind: Kind, payloadType: number): Format[] {
  const name = attributeOf(lines, `rtpmap:${payloadType} `, /^[\w.-]{1,40}\/\d{1,6}(\/\d)?$/, '')
  const parameters = attributeOf(lines, `fmtp:${payloadType} `, /^.*$/, '')
  const codec = codecOf(name, parameters)
  return codec && (kind === 'audio') === (codec === 'opus') ? [{ codec, payloadType }] : []
}
