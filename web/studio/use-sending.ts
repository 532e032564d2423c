import { useEffect, useRef, useState } from 'react'
import { type Quality, qualityOf } from './quality.ts'
import { keepSending, type Way } from './sending.ts'

const every = 2000

type Given = { account: string; show: string; stream: MediaStream | undefined; isOn: boolean }

/** Sends the picture while this page is on the air. Answers how that goes. */
export function useSending({ account, show, stream, isOn }: Given) {
  const [way, setWay] = useState<Way>('connecting')
  const [quality, setQuality] = useState<Quality>()
  const sending = useRef<ReturnType<typeof keepSending>>(undefined)
  const latest = useRef(stream)
  const isSending = isOn && stream !== undefined

  // Another camera changes what is sent, and begins nothing anew.
  useEffect(() => {
    latest.current = stream
    if (stream) void sending.current?.replace(stream)
  }, [stream])

  useEffect(() => {
    if (!isSending || !latest.current) return
    const line = keepSending({ account, show, stream: latest.current, told: setWay })
    sending.current = line
    const timer = setInterval(async () => {
      const figures = await line.look()
      const hasPicture = (latest.current?.getVideoTracks().length ?? 0) > 0
      setQuality(figures && qualityOf(figures, hasPicture))
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
export type SendingState = ReturnType<typeof useSending>
