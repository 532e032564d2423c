/** What went through since the start; all of it only rises. */
export type Counts = {
  packetsIn: number
  packetsOut: number
  bytesIn: number
  bytesOut: number
  /** Packets to viewers that the library refused. */
  unsent: number
  /** Packets that publishers were asked for again. */
  asked: number
  /** Packets that viewers asked for again, and those of them that they got. */
  askedFor: number
  repeated: number
  keyFrames: number
}

export const noCounts = (): Counts => ({
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
