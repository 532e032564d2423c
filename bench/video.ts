import { type ChildProcess, spawn } from 'node:child_process'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as rest } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { waitUntil } from '../cast/webrtc-peers.ts'
import { openFakeCameraBrowser, startRelayServer } from './relay-server.ts'
import {
  measurePictureDelays,
  openPublisherPage,
  openViewerPage,
  publisherStats,
  stopViewer,
  timeToFirstPicture,
  viewerStats,
} from './video-pages.ts'

/*
 * Measures the relay on this machine: `npm run bench:video [first|delay|loss|crowd]…`. The publisher, the relay, the
 * crowd and the measuring viewer share the machine, so the figures for a crowd are for all four together.
 */
const wanted = process.argv.slice(2)
const middle = (of: number[]) => of.toSorted((one, other) => one - other)[Math.floor(of.length / 2)] ?? 0
const rounded = (number: number) => Math.round(number * 10) / 10
const say = (line: string) => console.log(line)

const stage = await startRelayServer()
const sender = await openFakeCameraBrowser()
const seat = await openFakeCameraBrowser()
const viewer = await openViewerPage(seat.context, stage.origin)
const crowds: ChildProcess[] = []
try {
  say(`load before: ${loadavg().map(rounded).join(' ')}`)
  for (const [name, measure] of Object.entries({ delay, first, loss, crowd })) {
    if (wanted.length === 0 || wanted.includes(name)) await measure()
  }
} finally {
  for (const crowd of crowds) crowd.kill()
  await sender.close()
  await seat.close()
  await stage.close()
}

async function onAir(what: 'camera' | 'clock' | 'busy' = 'busy'): Promise<Page> {
  const page = await openPublisherPage(sender.context, stage.origin, what)
  await waitUntil(() => stage.relay.has('show'), 20_000)
  return page
}

async function delay() {
  const page = await onAir('clock')
  await timeToFirstPicture(viewer)
  await rest(3000)
  const found = await measurePictureDelays(viewer, 10)
  const [least, most] = [Math.min(...found), Math.max(...found)]
  say(
    `delay, picture drawn to picture shown: median ${middle(found)} ms (${least} to ${most}, ${found.length} pictures)`,
  )
  await stopViewer(viewer)
  await page.close()
}

async function first() {
  const page = await onAir('camera')
  await rest(8000)
  const times: number[] = []
  for (let run = 0; run < 21; run++) {
    times.push(await timeToFirstPicture(viewer))
    await stopViewer(viewer)
    await rest(500)
  }
  say(`first picture: median ${rounded(middle(times))} ms (${times.map(Math.round).join(' ')})`)
  const { bitrate, framesPerSecond, width, height } = await publisherStats(page)
  say(`sender: ${width} × ${height}, ${framesPerSecond} pictures/s, ${rounded(bitrate / 1e6)} Mbit/s`)
  await page.close()
}

/** What one viewer receives in some seconds. */
async function look(seconds: number) {
  const [before, relayed] = [await viewerStats(viewer), stage.relay.stats()]
  const cpu = process.cpuUsage()
  await rest(seconds * 1000)
  const { user, system } = process.cpuUsage(cpu)
  const [after, now] = [await viewerStats(viewer), stage.relay.stats()]
  const time = (after.at - before.at) / 1000
  return {
    pictures: rounded((after.framesDecoded - before.framesDecoded) / time),
    lost: after.lost - before.lost,
    lostSound: after.lostSound - before.lostSound,
    asked: now.asked - relayed.asked,
    repeated: now.repeated - relayed.repeated,
    in: rounded(((now.bytesIn - relayed.bytesIn) * 8) / time / 1e6),
    out: rounded(((now.bytesOut - relayed.bytesOut) * 8) / time / 1e6),
    cpu: Math.round((user + system) / time / 1e4),
  }
}

async function loss() {
  const page = await onAir()
  await rest(8000)
  await timeToFirstPicture(viewer)
  await rest(3000)
  for (const [name, publisher, seen] of [
    ['none', 0, 0],
    ['3 % between relay and viewer', 0, 0.03],
    ['3 % between sender and relay', 0.03, 0],
    ['3 % on both', 0.03, 0.03],
    ['none again', 0, 0],
  ] as const) {
    stage.ways.publisher.lose = () => Math.random() < publisher
    stage.ways.viewer.lose = () => Math.random() < seen
    await rest(2000)
    const { pictures, lost, lostSound, asked, repeated, in: bits } = await look(20)
    const { framesPerSecond } = await publisherStats(page)
    say(
      `loss ${name}: ${pictures} of ${framesPerSecond} pictures/s at ${bits} Mbit/s, lost for good: ${lost} packets of ` +
        `the picture, ${lostSound} of the sound; ${asked} asked of the sender, ${repeated} sent again to the viewer`,
    )
  }
  await stopViewer(viewer)
  await page.close()
}

type Report = { connected: number; packets: number; missing: number; bytes: number }

/** Starts further viewers. */
async function seated(many: number): Promise<{ report(): Report }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'video-viewers.ts'), stage.origin, String(many)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  crowds.push(child)
  let last: Report = { connected: 0, packets: 0, missing: 0, bytes: 0 }
  createInterface(child.stdout).on('line', (line) => {
    last = JSON.parse(line)
  })
  for (let waited = 0; last.connected < many && waited < 60; waited++) await rest(500)
  return { report: () => last }
}

async function crowd() {
  const page = await onAir()
  await rest(8000)
  await timeToFirstPicture(viewer)
  const seats: { report(): Report }[] = []
  let [all, step] = [0, 50]
  for (const many of [0, 50, 50, 100, 100, 100, 100]) {
    if (many > 0) seats.push(await seated(many))
    all += many
    step = many
    await rest(4000)
    const total = (figure: keyof Report) => seats.reduce((sum, { report }) => sum + report()[figure], 0)
    const before = [total('packets'), total('missing')] as const
    const seen = await look(12)
    const came = total('packets') - before[0]
    const gone = total('missing') - before[1]
    const { framesPerSecond } = await publisherStats(page)
    say(
      `${all} and one viewers (${total('connected')} connected): ${seen.pictures} of ${framesPerSecond} pictures/s, ` +
        `${seen.lost} lost by the one, ${rounded((gone * 100) / Math.max(1, came + gone))} % by the crowd; ` +
        `in ${seen.in}, out ${seen.out} Mbit/s, relay ${seen.cpu} % of a core; load ${rounded(loadavg()[0] ?? 0)}`,
    )
    if (seen.pictures < framesPerSecond * 0.7) break
  }
  if (step) for (const child of crowds.splice(0)) child.kill()
  await stopViewer(viewer)
  await page.close()
}
