import { Text } from '@mantine/core'
import { useEffect, useState } from 'react'

const minute = 60_000

/** Milliseconds until a moment, at least 0. Updated every second in the last hour, and every minute before. */
export function useTimeLeft(until: string): number {
  const [now, setNow] = useState(Date.now)
  const left = Math.max(0, new Date(until).getTime() - now)
  const isOver = left === 0
  const isNear = left <= 60 * minute
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => setNow(Date.now()), isNear ? 1000 : minute / 2)
    return () => clearInterval(timer)
  }, [isOver, isNear])
  return left
}

/** “23 h 12 min”, “29 min 05 s”: the same in both languages, and without line breaks. */
export function formatTimeLeft(left: number): string {
  const seconds = Math.ceil(left / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const parts =
    hours > 0
      ? `${hours} h ${pad(minutes)} min`
      : `${minutes > 0 ? `${minutes} min ` : ''}${pad(seconds % 60)} s`
  return parts.replaceAll(' ', '\u00a0')
}

const pad = (amount: number) => String(amount).padStart(2, '0')

/** A countdown in a sentence of the page. Screen readers do not announce each change. */
export function Countdown({ until, words }: { until: string; words: (left: string) => string }) {
  const left = useTimeLeft(until)
  return (
    <Text component="time" dateTime={until} inherit>
      {words(formatTimeLeft(left))}
    </Text>
  )
}
