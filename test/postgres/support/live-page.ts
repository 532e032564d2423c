import { WebSocket } from 'ws'
import type { ApiClient } from '../../../cast/api-client.ts'
import type { RunningServer } from '../../../src/server/start.ts'

/** The live connection of an open page. */
export type LivePage = {
  /** The received events, in order: `hello`, and topics that changed. */
  heard: string[]
  /** Resolves when it is closed, with the code and the time. */
  closed: Promise<{ code: number; at: number }>
  isOpen(): boolean
  leave(): void
}

/** The status with which the upgrade was refused. */
export class UpgradeRefused extends Error {
  readonly status: number
  constructor(status: number) {
    super(`refused with ${status}`)
    this.status = status
  }
}

/**
 * Opens a live connection for a person and an account, and waits for its first event (or its end).
 * @throws UpgradeRefused
 */
export async function openLivePage(
  { address }: Pick<RunningServer, 'address'>,
  { cookie }: ApiClient,
  account: string,
  headers: Record<string, string> = {},
): Promise<LivePage> {
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
      fail(new UpgradeRefused(statusCode ?? 0))
    })
    socket.once('close', () => begun())
    socket.on('error', fail)
  })
  return { heard, closed, isOpen: () => socket.readyState === WebSocket.OPEN, leave: () => socket.close() }
}

/** The status with which opening is refused, or undefined if it is not. */
export const upgradeRefusalStatus = (opening: Promise<LivePage>): Promise<number | undefined> =>
  opening.then(
    (page) => void page.leave(),
    (error) => (error as UpgradeRefused).status,
  )
