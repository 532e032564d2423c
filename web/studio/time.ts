import { useEffect, useState } from 'react'
import { clock } from '../room/clock.ts'

/** The server's clock, looked at again and again. */
export function useServerNow(every: number, isOn = true): number {
  const [now, setNow] = useState(clock.now)
  useEffect(() => {
    if (!isOn) return
    setNow(clock.now())
    const timer = setInterval(() => setNow(clock.now()), every)
    return () => clearInterval(timer)
  }, [every, isOn])
  return now
}

/** 1:05:09, 0:09: time that has passed. */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const two = (amount: number) => String(amount).padStart(2, '0')
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`
}
