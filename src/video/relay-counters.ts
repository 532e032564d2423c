/** Totals since the start. They never decrease. */
export type RelayCounters = {
  packetsIn: number
  packetsOut: number
  bytesIn: number
  bytesOut: number
  /** Packets to viewers that the library refused to send. */
  unsent: number
  /** Packets that were requested again from publishers. */
  asked: number
  /** Packets that viewers requested again, and how many of these were sent again. */
  askedFor: number
  repeated: number
  keyFrames: number
}

export const newRelayCounters = (): RelayCounters => ({
  packetsIn: 0,
  packetsOut: 0,
  bytesIn: 0,
  bytesOut: 0,
  unsent: 0,
  asked: 0,
  askedFor: 0,
  repeated: 0,
  keyFrames: 0,
})
