import { WebSocket } from 'ws'
import type { RunningServer } from '../../src/server/start.ts'

/** What tests read of the pushed messages. */
type Pushed = { type: string; line?: { text: string }; auction?: { id: string; status: string } }

/** Opens a live connection, as somebody whose cookie is given, or as nobody, and keeps what is pushed to it. */
export function watchLive({ address }: RunningServer, query: string, cookie = '') {
  const url = `${address.replace('http', 'ws')}/api/v1/live?${query}`
  const socket = new WebSocket(url, { headers: { cookie, origin: 'http://localhost' } })
  const heard: Pushed[] = []
  socket.on('message', (text) => heard.push(JSON.parse(String(text))))
  return {
    heard,
    /** The texts of the chat lines. */
    lines: () => heard.flatMap(({ line }) => line?.text ?? []),
    close: () => socket.terminate(),
  }
}
