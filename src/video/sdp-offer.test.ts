import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorStatuses } from '../errors/refusal.ts'
import { acceptPublisher, acceptViewer } from './negotiate.ts'
import { readAnswerEnds, writeAnswer, writeLibraryOffer } from './sdp-answer.ts'
import { readOffer } from './sdp-offer.ts'

const fingerprint = Array.from({ length: 32 }, (_, nth) => nth.toString(16).padStart(2, '0')).join(':')
const section = (mid: string, kind: string, formats: string[], ...more: string[]) => [
  `m=${kind} 9 UDP/TLS/RTP/SAVPF ${formats.map((format) => format.split(' ')[0]).join(' ')}`,
  'c=IN IP4 0.0.0.0',
  'a=candidate:1 1 udp 2122260223 169.254.169.254 80 typ host',
  'a=ice-ufrag:vAS3',
  'a=ice-pwd:hcjutR/uNSixLHbJUaJyuoWL',
  `a=fingerprint:sha-256 ${fingerprint}`,
  'a=setup:actpass',
  `a=mid:${mid}`,
  'a=rtcp-mux',
  ...formats.map((format) => `a=rtpmap:${format}`),
  ...more,
]
const head = ['v=0', 'o=- 57973788719351 2 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=group:BUNDLE 0 1']
const written = (...lines: string[][]) => lines.flat().join('\r\n')

const opus = ['111 opus/48000/2', '63 red/48000/2']
const sound = section('0', 'audio', opus, 'a=sendonly', 'a=ssrc:387 cname:a')
const picture = section(
  '1',
  'video',
  ['45 AV1/90000', '102 H264/90000', '108 H264/90000', '96 VP8/90000'],
  'a=fmtp:102 level-asymmetry-allowed=1;packetization-mode=0;profile-level-id=42e01f',
  'a=fmtp:108 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f',
  'a=sendonly',
  'a=ssrc-group:FID 1727 2253',
  'a=ssrc:1727 cname:a',
  'a=ssrc:2253 cname:a',
)
const selmas = written(head, sound, picture)
const looking = (lines: string[]) => lines.map((line) => line.replace('a=sendonly', 'a=recvonly'))
const onlookers = written(head, looking(sound), looking(picture))

describe('an offer', () => {
  test('is read for the parts that are used, in its order of preference', () => {
    const offer = readOffer(selmas)
    expect(offer).toMatchObject({ ufrag: 'vAS3', fingerprint, setup: 'actpass' })
    expect(offer.sections.map(({ mid, ssrc }) => [mid, ssrc])).toEqual([
      ['0', 387],
      ['1', 1727],
    ])
    expect(acceptPublisher(offer).map(({ format }) => format)).toEqual([
      { codec: 'opus', payloadType: 111 },
      { codec: 'H264', payloadType: 108 },
    ])
  })

  test('may contain sound alone, or video alone', () => {
    const alone = [written(head, sound), written(head, picture)].map(readOffer).map(acceptPublisher)
    expect(alone.map((taken) => taken.map(({ format }) => format.codec))).toEqual([['opus'], ['H264']])
  })

  test('is rewritten for the library, without the addresses that it contains', () => {
    const offer = readOffer(selmas.replace('a=rtcp-mux', 'a=rtcp-mux\r\na=x-library:%n%s'))
    const told = writeLibraryOffer(offer, acceptPublisher(offer), 'sendonly')
    expect(told).toContain('m=video 9 UDP/TLS/RTP/SAVPF 108\r\n')
    expect(told).not.toMatch(/candidate|169\.254|x-library|AV1/)
  })

  test('of a viewer is answered with the published codec, or refused', () => {
    const codecs = (text: string, sent: 'VP8' | 'H264') =>
      acceptViewer(readOffer(text), { audio: 'opus', video: sent }).map(({ format }) => format.payloadType)
    expect(codecs(onlookers, 'VP8')).toEqual([111, 96])
    expect(codecs(onlookers, 'H264')).toEqual([111, 108])
    expect(() => codecs(onlookers.replaceAll('VP8', 'VP9'), 'VP8')).toThrow('bad_offer')
    expect(() => codecs(selmas, 'VP8')).toThrow('bad_offer')
  })
})

describe('bad_offer, which is 422, is the answer to a text that', () => {
  const data = ['m=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'a=mid:2', 'a=sctp-port:5000']
  const cases: Record<string, string> = {
    'is nothing': '',
    'is garbage': 'GET / HTTP/1.1',
    'is HTML': '<!doctype html><script>alert(1)</script>',
    'is too long': `${selmas}\r\n${'a=x:y\r\n'.repeat(3000)}`,
    'has too many lines': `${selmas}\r\n${'a=\r\n'.repeat(1000)}`,
    'has no media': written(head),
    'offers only data': written(head, data),
    'offers data in addition': written(head, sound, data),
    'has no codec that we know': selmas.replaceAll('H264', 'H266').replaceAll('VP8', 'VP9'),
    'has H.264 in the main profile alone': written(head, picture)
      .replaceAll('42e01f', '4d001f')
      .replaceAll('VP8', 'VP9'),
    'has picture as sound': selmas.replaceAll('opus/48000/2', 'VP8/90000'),
    'has no certificate': selmas.replaceAll('a=fingerprint', 'a=finger'),
    'has a weak certificate': selmas.replaceAll('sha-256', 'sha-1'),
    'has half a certificate': selmas.replaceAll(fingerprint, fingerprint.slice(0, 47)),
    'has a short password': selmas.replaceAll('hcjutR/uNSixLHbJUaJyuoWL', 'short'),
    'says the same part twice': selmas.replace('a=mid:1', 'a=mid:0'),
    'has two pictures': written(head, picture, picture).replace('a=mid:1', 'a=mid:0'),
    'keeps its parts apart': selmas.replace('BUNDLE 0 1', 'BUNDLE 0'),
    'sends nothing': onlookers,
    'does not say whose packets are whose': selmas.replace('a=ssrc:387 cname:a', 'a=x:y'),
    'has a source that is no number': selmas.replace('387', '99999999999'),
    'has a format that is none': selmas.replaceAll('108', '300'),
    'has control characters': selmas.replace('a=mid:0', 'a=mid:0\u0000'),
    'smuggles a line': selmas.replace('a=mid:0', 'a=mid:0\ra=evil'),
    'has a mid that is a sentence': selmas.replace('a=mid:0', 'a=mid:0 or 1=1'),
  }
  test.each(Object.entries(cases))('%s', (_, text) => {
    expect(errorStatuses.bad_offer).toBe(422)
    expect(() => acceptPublisher(readOffer(text))).toThrow(expect.objectContaining({ code: 'bad_offer' }))
  })

  test('is cut off, doubled, or altered in one place', () => {
    const places = fc.nat({ max: selmas.length })
    fc.assert(
      fc.property(places, places, fc.string(), (from, to, instead) => {
        const changed = selmas.slice(0, from) + instead + selmas.slice(to)
        try {
          const offer = readOffer(changed)
          return writeLibraryOffer(offer, acceptPublisher(offer), 'sendonly').split('\r\n').length < 60
        } catch (error) {
          return (error as { code?: string }).code === 'bad_offer'
        }
      }),
    )
  })
})

describe('an answer', () => {
  const library = [
    `a=fingerprint:sha-256 ${fingerprint}`,
    'a=setup:active',
    'a=ice-ufrag:abcd',
    'a=ice-pwd:hcjutR/uNSixLHbJUaJyuoWL',
    'a=candidate:1 1 UDP 2114977791 10.0.0.7 4001 typ host',
    'a=candidate:2 1 UDP 2114977535 172.17.0.1 4001 typ host',
  ].join('\r\n')

  test('contains this machine’s addresses, or the public one instead', () => {
    expect(readAnswerEnds(library, undefined).candidates).toHaveLength(2)
    const outside = (ip: string) => readAnswerEnds(library, ip).candidates
    expect(outside('203.0.113.9')).toEqual(['candidate:1 1 UDP 2130706431 203.0.113.9 4001 typ host'])
    const offer = readOffer(onlookers)
    const answer = writeAnswer(offer, [], 'sendonly', readAnswerEnds(library, '2001:db8::9'))
    expect(answer).toContain('c=IN IP6 2001:db8::9\r\n')
    expect(answer).not.toContain('10.0.0.7')
  })

  test('has a section for every section of the offer: those not accepted are inactive', () => {
    const offer = readOffer(onlookers)
    const answer = writeAnswer(
      offer,
      acceptViewer(offer, { audio: 'opus' }),
      'sendonly',
      readAnswerEnds(library, undefined),
    )
    const parts = answer.split(/(?=m=)/).slice(1)
    expect(parts.map((part) => /a=(sendonly|inactive)/.exec(part)?.[1])).toEqual(['sendonly', 'inactive'])
    expect(parts[0]).toMatch(/a=ssrc:\d+ cname:show/)
    expect(answer).toContain('a=group:BUNDLE 0 1\r\n')
  })
})
