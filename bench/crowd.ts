import { joined, type Peer } from '../cast/peers.ts'

/*
 * Many who watch, in a process of their own: `node bench/crowd.ts <origin> <how many>`. Every second a line says how
 * many are connected, how many packets came and how many numbers were missing among them.
 */
const [origin = '', many = '0'] = process.argv.slice(2)

const ask = async (offer: string) => {
  const answer = await fetch(`${origin}/crowd`, { method: 'POST', body: offer })
  if (answer.status !== 201) throw new Error(`${answer.status}`)
  return { session: answer.headers.get('location') ?? '', answer: await answer.text() }
}

let [connected, packets, missing, bytes] = [0, 0, 0, 0]

/** Counts what comes and keeps none of it. */
function count({ legs }: Peer) {
  for (const leg of legs) {
    let last: number | undefined
    leg.track.onMessage((packet) => {
      const type = packet.readUInt8(1)
      if (type >= 192 && type <= 223) return
      const sequence = packet.readUInt16BE(2)
      const ahead = last === undefined ? 1 : (sequence - last) & 0xffff
      packets++
      bytes += packet.length
      if (ahead > 0x8000) missing--
      else missing += ahead - 1
      if (ahead <= 0x8000) last = sequence
    })
  }
}

setInterval(() => {
  console.log(JSON.stringify({ connected, packets, missing, bytes, cpu: process.cpuUsage() }))
}, 1000)
for (let nth = 0; nth < Number(many); nth++) {
  count(await joined({ sends: false }, ask))
  connected++
}
