import { setTimeout as rest } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { h264, makePeer, rtp, until } from '../../cast/peers.ts'
import { legOf, media, openVideo, send } from '../../test/relayed.ts'
import { kinds } from './codecs.ts'
import { sequenceOf, ssrcOf, timestampOf } from './rtp.ts'

const { relay, heard, given, nextShow, kept, onAir, watching } = await openVideo()

describe('when another takes over', () => {
  test('viewers go on where they are: numbers and timestamps rise as if nothing had happened', async () => {
    const [selma, rita] = [await onAir(), await watching()]
    await send(selma, 60_000, 5)
    await until(() => media(rita, 'video').length === 5)
    const marc = await onAir('marc')
    expect(relay.end(selma.session)).toBe(false)
    await send(marc, 17, 5)
    for (const kind of kinds) {
      await until(() => media(rita, kind).length === 10)
      const sequences = media(rita, kind).map(sequenceOf)
      expect(sequences).toEqual(Array.from({ length: 10 }, (_, nth) => 60_000 + nth))
      const times = media(rita, kind).map(timestampOf)
      expect(times.every((time, nth) => nth === 0 || time > (times[nth - 1] as number))).toBe(true)
      expect(new Set(media(rita, kind).map(ssrcOf)).size).toBe(1)
    }
    expect(heard).toEqual([`begun ${given.stream}`, `begun ${given.stream}`])
    expect(relay.viewers(given.stream)).toBe(1)
  })

  test('with another codec, viewers are ended, for they must connect anew', async () => {
    const rita = await onAir().then(() => watching())
    await onAir('marc', h264)
    expect([relay.viewers(given.stream), relay.end(rita.session)]).toEqual([0, false])
  })

  test('and the offer is none, the one who sends stays', async () => {
    const selma = await onAir()
    await expect(
      relay.publish({ stream: given.stream, owner: 'marc', offer: 'v=0\r\n' }),
    ).rejects.toMatchObject({
      code: 'bad_offer',
    })
    await send(selma, 1, 2)
    await until(() => relay.has(given.stream))
  })
})

describe('an end', () => {
  test('of a session is at once; viewers wait for the next who sends', async () => {
    const [selma, rita] = [await onAir(), await watching()]
    await send(selma, 1, 3)
    await until(() => relay.has(given.stream))
    expect(relay.end(selma.session)).toBe(true)
    expect([relay.has(given.stream), heard.at(-1)]).toEqual([false, `lost ${given.stream}`])
    expect(relay.end(selma.session)).toBe(false)
    await expect(watching()).rejects.toMatchObject({ code: 'not_on_air' })
    const marc = await onAir('marc')
    await send(marc, 1, 3)
    await until(() => media(rita, 'video').length >= 5)
  })

  test('of the show cuts all, without a word of a loss', async () => {
    const [selma, rita] = [await onAir(), await watching()]
    await send(selma, 1, 3)
    await until(() => media(rita, 'video').length === 3)
    relay.endStream(given.stream)
    await send(selma, 4, 10)
    expect(media(rita, 'video')).toHaveLength(3)
    expect([relay.end(selma.session), relay.end(rita.session)]).toEqual([false, false])
    expect(heard).toEqual([`begun ${given.stream}`])
  })

  test('of somebody’s right to send cuts them and their viewers, even in the middle of their offer', async () => {
    const selmas = await onAir('selma')
    const rita = await watching()
    const mine = given.stream
    nextShow()
    const marcs = await onAir('marc')
    const another = await makePeer({ sends: true })
    kept(another)
    const offered = relay.publish({ stream: 'a third', owner: 'selma', offer: another.offer })
    relay.endPublishing(({ owner }) => owner === 'selma')
    await expect(offered).rejects.toMatchObject({ code: 'not_on_air' })
    expect([relay.end(selmas.session), relay.end(rita.session)]).toEqual([false, false])
    expect(heard).toEqual([`lost ${mine}`])
    await send(marcs, 1, 2)
    await until(() => relay.has(given.stream))
  })

  test('of it for a hand-over leaves their viewers to the next', async () => {
    await onAir('selma')
    const rita = await watching()
    relay.endPublishing(({ owner }) => owner === 'selma', 'keep viewers')
    await send(await onAir('marc'), 1, 3)
    await until(() => media(rita, 'video').length === 3)
  })
})

test('one who sends and vanishes is missed after three seconds', async () => {
  const selma = await onAir()
  await send(selma, 1, 3)
  const last = performance.now()
  await until(() => heard.includes(`lost ${given.stream}`))
  expect(performance.now() - last).toBeGreaterThan(2900)
  expect(performance.now() - last).toBeLessThan(3500)
})

test('one who sends more than any line carries is cut', async () => {
  const selma = await onAir()
  const leg = legOf(selma, 'video')
  const lost = () => heard.includes(`lost ${given.stream}`)
  for (let nth = 1; !lost(); nth++) {
    leg.track.sendMessageBinary(rtp(leg, nth, nth, Buffer.alloc(1200)))
    if (nth % 15 === 0) await rest(10)
  }
  expect(relay.end(selma.session)).toBe(false)
})

test('a session that never connects ends after ten seconds, and gives its seat back', {
  timeout: 20_000,
}, async () => {
  await onAir()
  const shy = await Promise.all([0, 1, 2].map(() => makePeer({ sends: false })))
  shy.forEach(kept)
  const sessions = await Promise.all(shy.map(({ offer }) => relay.view({ stream: given.stream, offer })))
  await expect(watching()).rejects.toMatchObject({ code: 'show_full' })
  const selma = await onAir()
  for (let second = 0; second < 10; second++) await send(selma, second * 4 + 1, 4, 250)
  await until(() => sessions.every(({ session }) => !relay.end(session)), 2000)
  await watching()
})

test('nobody on the air, nothing to watch', async () => {
  await expect(watching()).rejects.toMatchObject({ code: 'not_on_air' })
  expect([relay.has(given.stream), relay.viewers(given.stream), relay.end('nothing')]).toEqual([
    false,
    0,
    false,
  ])
})
