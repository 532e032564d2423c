import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { findChromium } from '../scripts/chromium.ts'
import { Refusal, statuses } from '../src/door/errors.ts'
import { openRelay, type Relay } from '../src/video/relay.ts'
import { type Lossy, openLossy } from '../test/lossy.ts'

export type Stage = {
  origin: string
  relay: Relay
  /** The ways of whoever sends and of the viewer who measures. */
  ways: { publisher: Lossy; viewer: Lossy }
  close(): Promise<void>
}

/** The relay behind the least of a server: one show, no accounts; the dashboard's own code in its page. */
export async function openStage(): Promise<Stage> {
  const ways = { publisher: await openLossy(), viewer: await openLossy() }
  const relay = await openRelay({
    publicIp: undefined,
    host: '127.0.0.1',
    port: 0,
    mostViewers: 10_000,
    heard: { begun: () => undefined, lost: () => undefined },
  })
  const server = createServer((request, response) => {
    answer(relay, ways, request, response).catch((error) => {
      response.writeHead(error instanceof Refusal ? statuses[error.code] : 500)
      response.end(JSON.stringify({ code: String(error.code ?? error) }))
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async () => {
    await relay.close()
    for (const way of Object.values(ways)) way.close()
    server.closeAllConnections()
    server.close()
  }
  return { origin, relay, ways, close }
}

async function answer(relay: Relay, ways: Stage['ways'], request: IncomingMessage, response: ServerResponse) {
  const [, place = '', ...rest] = request.url?.split('/') ?? []
  if (request.method === 'POST') {
    const offer = Buffer.concat(await Array.fromAsync(request)).toString()
    const { session, answer } = await (place === 'whip'
      ? relay.publish({ stream: 'show', owner: 'bench', offer })
      : relay.view({ stream: 'show', offer }))
    response.writeHead(201, { 'content-type': 'application/sdp', location: `/sessions/${session}` })
    // The crowd comes straight.
    const way = place === 'whip' ? ways.publisher : place === 'whep' ? ways.viewer : undefined
    response.end(way?.through(answer) ?? answer)
  } else if (request.method === 'DELETE') {
    response.writeHead(relay.end(rest[0] ?? '') ? 204 : 404).end()
  } else if (place === 'web') {
    const file = join(import.meta.dirname, '..', 'web', 'video', rest.at(-1) ?? '')
    response.writeHead(200, { 'content-type': 'text/javascript' })
    response.end(stripTypeScriptTypes(readFileSync(file, 'utf8')))
  } else {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>Stage</title><video autoplay muted playsinline width="640"></video>')
  }
}

/** A browser with a fake camera. */
export async function openBrowser(): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
      '--disable-backgrounding-occluded-windows',
    ],
  })
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] })
  return { context, close: () => browser.close() }
}
