import { setTimeout as rest } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { h264Media, makeRtpPacket, makeWebRtcPeer, waitUntil } from '../../cast/webrtc-peers.ts'
import { measureLateness } from '../../test/support/measure-lateness.ts'
import { findTrackLink, openRelayWorld, receivedMedia, sendPackets } from '../../test/support/relay-world.ts'
import { mediaKinds } from './codecs.ts'
import { sequenceOf, ssrcOf, timestampOf } from './rtp.ts'

const { relay, heard, given, nextShow, kept, onAir, watching } = await openRelayWorld()

describe('when another takes over', () => {
  test('viewers stay connected: numbers and timestamps continue to rise', async () => {
    const [selma, rita] = [await onAir(), await watching()]
    await sendPackets(selma, 60_000, 5)
    await waitUntil(() => receivedMedia(rita, 'video').length === 5)
    const marc = await onAir('marc')
    expect(relay.end(selma.session)).toBe(false)
    await sendPackets(marc, 17, 5)
    for (const kind of mediaKinds) {
      await waitUntil(() => receivedMedia(rita, kind).length === 10)
      const sequences = receivedMedia(rita, kind).map(sequenceOf)
      expect(sequences).toEqual(Array.from({ length: 10 }, (_, nth) => 60_000 + nth))
      const times = receivedMedia(rita, kind).map(timestampOf)
      expect(times.every((time, nth) => nth === 0 || time > (times[nth - 1] as number))).toBe(true)
      expect(new Set(receivedMedia(rita, kind).map(ssrcOf)).size).toBe(1)
    }
    expect(heard).toEqual([`begun ${given.stream}`, `begun ${given.stream}`])
    expect(relay.viewers(given.stream)).toBe(1)
  })

  test('with another codec, viewers are disconnected and must reconnect', async () => {
    const rita = await onAir().then(() => watching())
    await onAir('marc', h264Media)
    expect([relay.viewers(given.stream), relay.end(rita.session)]).toEqual([0, false])
  })

  test('with an invalid offer, the current publisher stays', async () => {
    const selma = await onAir()
    await expect(
      relay.publish({ stream: given.stream, owner: 'marc', offer: 'v=0\r\n' }),
    ).rejects.toMatchObject({
      code: 'bad_offer',
    })
    await sendPackets(selma, 1, 2)
    await waitUntil(() => relay.has(given.stream))
  })
})

describe('ending', () => {
  test('a session takes effect at once; viewers wait for the next publisher', async () => {
    const [selma, rita] = [await onAir(), await watching()]
    await sendPackets(selma, 1, 3)
    await waitUntil(() => relay.has(given.stream))
    expect(relay.end(selma.session)).toBe(true)
    expect([relay.has(given.stream), heard.at(-1)]).toEqual([false, `lost ${given.stream}`])
    expect(relay.end(selma.session)).toBe(false)
    await expect(watching()).rejects.toMatchObject({ code: 'not_on_air' })
    const marc = await onAir('marc')
    await sendPackets(marc, 1, 3)
    await waitUntil(() => receivedMedia(rita, 'video').length >= 5)
  })

  test('the show disconnects everybody, without reporting a loss', async () => {
    const [selma, rita] = [await onAir(), await watching()]
    await sendPackets(selma, 1, 3)
    await waitUntil(() => receivedMedia(rita, 'video').length === 3)
    relay.endStream(given.stream)
    await sendPackets(selma, 4, 10)
    expect(receivedMedia(rita, 'video')).toHaveLength(3)
    expect([relay.end(selma.session), relay.end(rita.session)]).toEqual([false, false])
    expect(heard).toEqual([`begun ${given.stream}`])
  })

  test('a host’s right to send disconnects them and their viewers, even while their offer is being answered', async () => {
    const selmas = await onAir('selma')
    const rita = await watching()
    const mine = given.stream
    nextShow()
    const marcs = await onAir('marc')
    const another = await makeWebRtcPeer({ sends: true })
    kept(another)
    const offered = relay.publish({ stream: 'a third', owner: 'selma', offer: another.offer })
    relay.endPublishing(({ owner }) => owner === 'selma')
    await expect(offered).rejects.toMatchObject({ code: 'not_on_air' })
    expect([relay.end(selmas.session), relay.end(rita.session)]).toEqual([false, false])
    expect(heard).toEqual([`lost ${mine}`])
    await sendPackets(marcs, 1, 2)
    await waitUntil(() => relay.has(given.stream))
  })

  test('it for a hand-over keeps the viewers for the next host', async () => {
    await onAir('selma')
    const rita = await watching()
    relay.endPublishing(({ owner }) => owner === 'selma', 'keep viewers')
    await sendPackets(await onAir('marc'), 1, 3)
    await waitUntil(() => receivedMedia(rita, 'video').length === 3)
  })
})

test('a publisher who vanishes is noticed after three seconds', async () => {
  const selma = await onAir()
  await sendPackets(selma, 1, 3)
  const [last, lateness] = [performance.now(), measureLateness()]
  await waitUntil(() => heard.includes(`lost ${given.stream}`))
  expect(performance.now() - last).toBeGreaterThan(2900)
  expect(performance.now() - last).toBeLessThan(3500 + 5 * lateness.most())
})

test('a publisher who sends far above the allowed bitrate is disconnected', async () => {
  const selma = await onAir()
  const leg = findTrackLink(selma, 'video')
  const lost = () => heard.includes(`lost ${given.stream}`)
  for (let nth = 1; !lost(); nth++) {
    leg.track.sendMessageBinary(makeRtpPacket(leg, nth, nth, Buffer.alloc(1200)))
    if (nth % 15 === 0) await rest(10)
  }
  expect(relay.end(selma.session)).toBe(false)
})

test('a session that never connects ends after ten seconds, and no longer counts', {
  timeout: 20_000,
}, async () => {
  await onAir()
  const shy = await Promise.all([0, 1, 2].map(() => makeWebRtcPeer({ sends: false })))
  shy.forEach(kept)
  const sessions = await Promise.all(shy.map(({ offer }) => relay.view({ stream: given.stream, offer })))
  await expect(watching()).rejects.toMatchObject({ code: 'show_full' })
  const selma = await onAir()
  for (let second = 0; second < 10; second++) await sendPackets(selma, second * 4 + 1, 4, 250)
  await waitUntil(() => sessions.every(({ session }) => !relay.end(session)), 2000)
  await watching()
})

test('without a publisher there is nothing to watch', async () => {
  await expect(watching()).rejects.toMatchObject({ code: 'not_on_air' })
  expect([relay.has(given.stream), relay.viewers(given.stream), relay.end('nothing')]).toEqual([
    false,
    0,
    false,
  ])
})
