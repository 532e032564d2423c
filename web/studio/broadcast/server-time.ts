import { useEffect, useState } from 'react'
import { formatClock } from '../../i18n/format-clock.ts'
import { serverClock } from '../../watch/server-clock.ts'

/** The time of the server's clock, updated every `every` milliseconds. */
export function useServerNow(every: number, isOn = true): number {
  const [now, setNow] = useState(serverClock.now)
  useEffect(() => {
    if (!isOn) return
    setNow(serverClock.now())
    const timer = setInterval(() => setNow(serverClock.now()), every)
    return () => clearInterval(timer)
  }, [every, isOn])
  return now
}

/** An elapsed time in milliseconds, as 1:05:09 or 0:09. */
export const formatElapsed = (milliseconds: number): string =>
  formatClock(Math.max(0, Math.floor(milliseconds / 1000)))
