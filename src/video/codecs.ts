export type MediaKind = 'audio' | 'video'
export const mediaKinds = ['audio', 'video'] as const
export type Codec = 'VP8' | 'H264' | 'opus'

/** A codec with the payload type that an offer gives it. */
export type CodecFormat = { codec: Codec; payloadType: number }

export const clockRates: Record<MediaKind, number> = { audio: 48_000, video: 90_000 }

const names: Record<string, Codec> = {
  'vp8/90000': 'VP8',
  'h264/90000': 'H264',
  'opus/48000/2': 'opus',
}

/** What an answer says about each codec. */
const details: Record<Codec, { name: string; parameters?: string; feedback: string[] }> = {
  VP8: { name: 'VP8/90000', feedback: ['nack', 'nack pli', 'goog-remb'] },
  H264: {
    name: 'H264/90000',
    parameters: 'level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f',
    feedback: ['nack', 'nack pli', 'goog-remb'],
  },
  opus: { name: 'opus/48000/2', parameters: 'minptime=10;useinbandfec=1', feedback: [] },
}

/**
 * The codec of an offer's rtpmap line, if every browser can play it. For H.264, this is only true of the constrained
 * baseline profile in packetization mode 1.
 */
export function recogniseCodec(name: string, parameters: string): Codec | undefined {
  const codec = names[name.toLowerCase()]
  if (codec !== 'H264') return codec
  const profile = /(?:^|;)\s*profile-level-id=([0-9a-f]{6})(?:;|$)/i.exec(parameters)?.[1]
  const constrained = profile?.startsWith('42') && (Number.parseInt(profile.slice(2, 4), 16) & 0x40) > 0
  return constrained && /(?:^|;)\s*packetization-mode=1(?:;|$)/.test(parameters) ? codec : undefined
}

/** The codec's parameters as an array of at most one, to be spread into arguments: the library refuses `undefined`. */
export const codecParameters = (codec: Codec): [] | [string] => {
  const { parameters } = details[codec]
  return parameters ? [parameters] : []
}

/** The SDP attributes of a format, as an offer or answer contains them. */
export function codecAttributes({ codec, payloadType }: CodecFormat): string[] {
  const { name, parameters, feedback } = details[codec]
  return [
    `a=rtpmap:${payloadType} ${name}`,
    ...feedback.map((kind) => `a=rtcp-fb:${payloadType} ${kind}`),
    ...(parameters ? [`a=fmtp:${payloadType} ${parameters}`] : []),
  ]
}
