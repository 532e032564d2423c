import { useEffect, useState } from 'react'
import { millisecondsUntil } from './server-clock.ts'

const step = 100

/** Milliseconds until a moment by the server's clock, updated ten times a second until it is reached. */
export function useCountdown(moment: string | undefined): number {
  const [rest, setRest] = useState(() => (moment ? millisecondsUntil(moment) : 0))
  useEffect(() => {
    if (!moment) return setRest(0)
    const look = () => {
      const left = millisecondsUntil(moment)
      setRest(left)
      if (left === 0) clearInterval(timer)
    }
    const timer = setInterval(look, step)
    look()
    return () => clearInterval(timer)
  }, [moment])
  return rest
}
