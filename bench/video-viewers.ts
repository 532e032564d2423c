import { connectPeer, type WebRtcPeer } from '../cast/webrtc-peers.ts'

/*
 * Video viewers in a process of their own: `node bench/video-viewers.ts <origin> <number>`. Every second, a line says
 * how many are connected, how many packets arrived, and how many sequence numbers were missing.
 */
const [origin = '', many = '0'] = process.argv.slice(2)

const ask = async (offer: string) => {
  const answer = await fetch(`${origin}/crowd`, { method: 'POST', body: offer })
  if (answer.status !== 201) throw new Error(`${answer.status}`)
  return { session: answer.headers.get('location') ?? '', answer: await answer.text() }
}

let [connected, packets, missing, bytes] = [0, 0, 0, 0]

/** Counts what arrives, and stores none of it. */
function count({ legs }: WebRtcPeer) {
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
  count(await connectPeer({ sends: false }, ask))
  connected++
}
