export type Kind = 'audio' | 'video'
export const kinds = ['audio', 'video'] as const
export type Codec = 'VP8' | 'H264' | 'opus'

/** A codec as an offer numbers it. */
export type Format = { codec: Codec; payloadType: number }

export const clockRates: Record<Kind, number> = { audio: 48_000, video: 90_000 }

const names: Record<string, Codec> = {
  'vp8/90000': 'VP8',
  'h264/90000': 'H264',
  'opus/48000/2': 'opus',
}

/** What is said of a codec in an answer. */
const details: Record<Codec, { name: string; parameters?: string; feedback: string[] }> = {
  VP8: { name: 'VP8/90000', feedback: ['nack', 'nack pli', 'goog-remb'] },
  H264: {
    name: 'H264/90000',
    parameters: 'level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f',
    feedback: ['nack', 'nack pli', 'goog-remb'],
  },
  opus: { name: 'opus/48000/2', parameters: 'minptime=10;useinbandfec=1', feedback: [] },
}

/** The codec of an offer's line, if it is one that every browser plays; of H.264 only the constrained baseline in mode 1. */
export function codecOf(name: string, parameters: string): Codec | undefined {
  const codec = names[name.toLowerCase()]
  if (codec !== 'H264') return codec
  const profile = /(?:^|;)\s*profile-level-id=([0-9a-f]{6})(?:;|$)/i.exec(parameters)?.[1]
  const constrained = profile?.startsWith('42') && (Number.parseInt(profile.slice(2, 4), 16) & 0x40) > 0
  return constrained && /(?:^|;)\s*packetization-mode=1(?:;|$)/.test(parameters) ? codec : undefined
}

/** None or one: the library does not take `undefined`. */
export const parametersOf = (codec: Codec): [] | [string] => {
  const { parameters } = details[codec]
  return parameters ? [parameters] : []
}

/** The attributes of a format, as an answer or an offer writes them. */
export function linesOf({ codec, payloadType }: Format): string[] {
  const { name, parameters, feedback } = details[codec]
  return [
    `a=rtpmap:${payloadType} ${name}`,
    ...feedback.map((kind) => `a=rtcp-fb:${payloadType} ${kind}`),
    ...(parameters ? [`a=fmtp:${payloadType} ${parameters}`] : []),
  ]
}
