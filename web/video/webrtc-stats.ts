/** An entry of a browser's statistics about a connection. */
export type StatsEntry = RTCStats & {
  kind?: string
  bytesSent?: number
  packetsReceived?: number
  packetsLost?: number
  jitter?: number
  framesDecoded?: number
  framesPerSecond?: number
  frameWidth?: number
  frameHeight?: number
  fractionLost?: number
  roundTripTime?: number
}

export async function readStats(peer: RTCPeerConnection): Promise<StatsEntry[]> {
  const found: StatsEntry[] = []
  for (const entry of (await peer.getStats()).values()) found.push(entry)
  return found
}

export const sumStat = (of: StatsEntry[], figure: (entry: StatsEntry) => number | undefined): number =>
  of.reduce((total, entry) => total + (figure(entry) ?? 0), 0)
