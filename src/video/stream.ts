import { clockRates, type MediaKind, mediaKinds } from './codecs.ts'
import { type MediaLane, makeLane } from './lane.ts'
import type { Publisher } from './publisher.ts'
import type { SenderReport } from './rtcp.ts'
import type { Viewer } from './viewer.ts'

/** Called when the video of a show begins or is lost. */
export type StreamCallbacks = { begun(stream: string): void; lost(stream: string): void }

export type MediaStream = ReturnType<typeof makeStream>

/** One show's video and sound: at most one publisher, and viewers, who stay connected when the publisher changes. */
export function makeStream(name: string, callbacks: StreamCallbacks) {
  const lanes: Record<MediaKind, MediaLane> = {
    audio: makeLane(clockRates.audio),
    video: makeLane(clockRates.video),
  }
  const viewers = new Set<Viewer>()
  const reports: Partial<Record<MediaKind, Omit<SenderReport, 'ssrc'>>> = {}
  let publisher: Publisher | undefined
  /** Whether a publisher has connected and `lost` has not been called since. */
  let onAir = false

  /** Whether a viewer can continue with this publisher: it sends each medium that they want in their codec. */
  const suits = ({ codecs }: Publisher, viewer: Viewer) =>
    viewer.wants.every((kind) => !codecs[kind] || codecs[kind] === viewer.codecs[kind])

  return {
    name,
    lanes,
    viewers,
    publisher: () => publisher,
    suits: (viewer: Viewer) => publisher !== undefined && suits(publisher, viewer),

    /** Disconnects the previous publisher. Viewers stay if their codecs suit the new one. */
    takeOver(next: Publisher) {
      const before = publisher
      publisher = next
      before?.connection.end()
      for (const kind of mediaKinds) {
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
      if (onAir) callbacks.lost(name)
      onAir = false
    },

    send(kind: MediaKind, packet: Buffer) {
      for (const viewer of viewers) viewer.send(kind, packet)
    },
    report(kind: MediaKind, report: Omit<SenderReport, 'ssrc'>) {
      reports[kind] = report
      for (const viewer of viewers) viewer.report(kind, report)
    },
    /** A new viewer needs a key frame, and the reports that relate sound to picture. */
    joined(viewer: Viewer) {
      publisher?.askKeyFrame()
      for (const kind of mediaKinds) if (reports[kind]) viewer.report(kind, reports[kind])
    },

    /** Suppresses the `lost` callback for a deliberate end. */
    forgive: () => {
      onAir = false
    },
  }
}
