import { useEffect, useRef, useState } from 'react'
import { keepPublishing, type PublishingState } from './keep-publishing.ts'
import { type StreamQuality, streamQuality } from './stream-quality.ts'

const every = 2000

type Given = { account: string; show: string; stream: MediaStream | undefined; isOn: boolean }

/** Sends the video while this page is on the air. @returns the state of that */
export function usePublishing({ account, show, stream, isOn }: Given) {
  const [way, setWay] = useState<PublishingState>('connecting')
  const [quality, setQuality] = useState<StreamQuality>()
  const sending = useRef<ReturnType<typeof keepPublishing>>(undefined)
  const latest = useRef(stream)
  const isSending = isOn && stream !== undefined

  // Another camera only replaces what is sent; the connection stays.
  useEffect(() => {
    latest.current = stream
    if (stream) void sending.current?.replace(stream)
  }, [stream])

  useEffect(() => {
    if (!isSending || !latest.current) return
    const line = keepPublishing({ account, show, stream: latest.current, told: setWay })
    sending.current = line
    const timer = setInterval(async () => {
      const figures = await line.look()
      const hasPicture = (latest.current?.getVideoTracks().length ?? 0) > 0
      setQuality(figures && streamQuality(figures, hasPicture))
    }, every)
    return () => {
      clearInterval(timer)
      sending.current = undefined
      line.stop()
      setQuality(undefined)
    }
  }, [account, show, isSending])

  return { way, quality }
}
export type Publishing = ReturnType<typeof usePublishing>
