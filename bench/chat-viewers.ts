import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'

/*
 * Viewers of a show's chat without video, in a process of their own: `node bench/chat-viewers.ts <address> <number>`.
 * For each line on its standard input, it prints what they received since the last one.
 */
const [address = '', many = '0'] = process.argv.slice(2)

/** The number of lines by their delay in milliseconds. The last entry counts that delay and longer ones. */
let delays = new Uint32Array(20_000)
let other = 0
let open = 0

function heard(text: string) {
  const sent = /"text":"(\d{13}) /.exec(text)?.[1]
  if (sent === undefined) other++
  else {
    const delay = Math.min(delays.length - 1, Math.max(0, Date.now() - Number(sent)))
    delays[delay] = (delays[delay] ?? 0) + 1
  }
}

/** The delay below which this share of the lines stayed. */
function below(share: number, all: number): number {
  let count = 0
  const found = delays.findIndex((some) => {
    count += some
    return count >= share * all
  })
  return Math.max(0, found)
}

createInterface(process.stdin).on('line', () => {
  const lines = delays.reduce((sum, some) => sum + some, 0)
  console.log(JSON.stringify({ open, lines, other, p50: below(0.5, lines), p99: below(0.99, lines) }))
  delays = new Uint32Array(delays.length)
  other = 0
})

for (let nth = 0; nth < Number(many); nth++) {
  const socket = new WebSocket(address)
  await new Promise((begun, fail) => socket.once('message', begun).once('error', fail))
  socket.on('message', (text: Buffer) => heard(text.toString()))
  socket.on('close', () => open--)
  open++
}
console.log(JSON.stringify({ open }))
