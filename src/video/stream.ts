import { clockRates, type Kind, kinds } from './codecs.ts'
import { type Lane, makeLane } from './lane.ts'
import type { Publisher } from './publisher.ts'
import type { SenderReport } from './rtcp.ts'
import type { Viewer } from './viewer.ts'

/** What the show's room is told of its video. */
export type Heard = { begun(stream: string): void; lost(stream: string): void }

export type Stream = ReturnType<typeof makeStream>

/** One show's picture and sound: at most one who sends, and those who watch, who outlast whoever sends. */
export function makeStream(name: string, heard: Heard) {
  const lanes: Record<Kind, Lane> = { audio: makeLane(clockRates.audio), video: makeLane(clockRates.video) }
  const viewers = new Set<Viewer>()
  const reports: Partial<Record<Kind, Omit<SenderReport, 'ssrc'>>> = {}
  let publisher: Publisher | undefined
  /** Whether somebody who sends had connected, and their going has not been told. */
  let onAir = false

  /** Whether a viewer can go on: what they would take, they have in the codec that is sent now. */
  const suits = ({ codecs }: Publisher, viewer: Viewer) =>
    viewer.wants.every((kind) => !codecs[kind] || codecs[kind] === viewer.codecs[kind])

  return {
    name,
    lanes,
    viewers,
    publisher: () => publisher,
    suits: (viewer: Viewer) => publisher !== undefined && suits(publisher, viewer),

    /** The one who sent before is cut; viewers go on with the new one if they can. */
    takeOver(next: Publisher) {
      const before = publisher
      publisher = next
      before?.connection.end()
      for (const kind of kinds) {
        lanes[kind].handOver()
        delete reports[kind]
      }
      for (const viewer of viewers) if (!suits(next, viewer)) viewer.connection.end()
    },
    connected: () => {
      onAir = true
    },
    left(gone: Publisher) {
      if (gone !== publisher) return
      publisher = undefined
      if (onAir) heard.lost(name)
      onAir = false
    },

    send(kind: Kind, packet: Buffer) {
      for (const viewer of viewers) viewer.send(kind, packet)
    },
    report(kind: Kind, report: Omit<SenderReport, 'ssrc'>) {
      reports[kind] = report
      for (const viewer of viewers) viewer.report(kind, report)
    },
    /** Somebody who begins to watch needs a whole picture, and how sound and picture belong together. */
    joined(viewer: Viewer) {
      publisher?.askKeyFrame()
      for (const kind of kinds) if (reports[kind]) viewer.report(kind, reports[kind])
    },

    /** Whoever ends it knows: nobody is told that it was lost. */
    forgive: () => {
      onAir = false
    },
  }
}
