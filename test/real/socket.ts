import { WebSocket } from 'ws'
import type { Client } from '../../cast/client.ts'
import type { Running } from '../../src/start.ts'

/** An open page's live connection. */
export type Page = {
  /** What it heard, in order: `hello`, and what changed. */
  heard: string[]
  /** Why it was closed, and when; waits for that. */
  closed: Promise<{ code: number; at: number }>
  isOpen(): boolean
  leave(): void
}

/** The status that an upgrade was refused with. */
export class Refused extends Error {
  readonly status: number
  constructor(status: number) {
    super(`refused with ${status}`)
    this.status = status
  }
}

/**
 * Opens a live connection as somebody for an account, and waits for what it says first (or for its end).
 * @throws Refused before the upgrade
 */
export async function openPage(
  { address }: Running,
  { cookie }: Client,
  account: string,
  headers: Record<string, string> = {},
): Promise<Page> {
  const id = account.replace('/accounts/', '')
  const url = `${address.replace('http', 'ws')}/api/v1/live?account=${id}`
  const socket = new WebSocket(url, { headers: { ...(cookie && { cookie }), ...headers } })
  const heard: string[] = []
  const closed = new Promise<{ code: number; at: number }>((done) =>
    socket.once('close', (code) => done({ code, at: Date.now() })),
  )
  await new Promise<void>((begun, fail) => {
    socket.on('message', (text) => {
      const { type, what } = JSON.parse(text.toString()) as { type: string; what?: string }
      heard.push(what ?? type)
      begun()
    })
    socket.once('unexpected-response', (request, { statusCode }) => {
      request.destroy()
      fail(new Refused(statusCode ?? 0))
    })
    socket.once('close', () => begun())
    socket.on('error', fail)
  })
  return { heard, closed, isOpen: () => socket.readyState === WebSocket.OPEN, leave: () => socket.close() }
}

/** The status that opening is refused with, or undefined if it is not. */
export const refusal = (opening: Promise<Page>): Promise<number | undefined> =>
  opening.then(
    (page) => void page.leave(),
    (error) => (error as Refused).status,
  )
