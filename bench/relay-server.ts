import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { findChromium } from '../scripts/find-chromium.ts'
import { errorStatuses, Refusal } from '../src/errors/refusal.ts'
import { openRelay, type Relay } from '../src/video/relay.ts'
import { type LossyNetwork, openLossyNetwork } from '../test/support/lossy-network.ts'

export type RelayServer = {
  origin: string
  relay: Relay
  /** The networks of the publisher and of the measuring viewer. */
  ways: { publisher: LossyNetwork; viewer: LossyNetwork }
  close(): Promise<void>
}

/** A relay behind a minimal server, with one show and no accounts. Its page uses the dashboard's own code. */
export async function startRelayServer(): Promise<RelayServer> {
  const ways = { publisher: await openLossyNetwork(), viewer: await openLossyNetwork() }
  const relay = await openRelay({
    publicIp: undefined,
    host: '127.0.0.1',
    port: 0,
    mostViewers: 10_000,
    heard: { begun: () => undefined, lost: () => undefined },
  })
  const server = createServer((request, response) => {
    answer(relay, ways, request, response).catch((error) => {
      response.writeHead(error instanceof Refusal ? errorStatuses[error.code] : 500)
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

async function answer(
  relay: Relay,
  ways: RelayServer['ways'],
  request: IncomingMessage,
  response: ServerResponse,
) {
  const [, place = '', ...rest] = request.url?.split('/') ?? []
  if (request.method === 'POST') {
    const offer = Buffer.concat(await Array.fromAsync(request)).toString()
    const { session, answer } = await (place === 'whip'
      ? relay.publish({ stream: 'show', owner: 'bench', offer })
      : relay.view({ stream: 'show', offer }))
    response.writeHead(201, { 'content-type': 'application/sdp', location: `/sessions/${session}` })
    // The other viewers connect directly, without the simulated network.
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
export async function openFakeCameraBrowser(): Promise<{ context: BrowserContext; close(): Promise<void> }> {
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
