/** What a browser reports of a connection: one entry for each thing, each of a type. */
export type Entry = RTCStats & {
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

export async function entries(peer: RTCPeerConnection): Promise<Entry[]> {
  const found: Entry[] = []
  for (const entry of (await peer.getStats()).values()) found.push(entry)
  return found
}

export const sum = (of: Entry[], figure: (entry: Entry) => number | undefined): number =>
  of.reduce((total, entry) => total + (figure(entry) ?? 0), 0)
