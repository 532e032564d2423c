import { useEffect, useState } from 'react'
import { restUntil } from './clock.ts'

const step = 100

/** Milliseconds until a moment of the server's clock, looked at ten times a second while there are any. */
export function useRest(moment: string | undefined): number {
  const [rest, setRest] = useState(() => (moment ? restUntil(moment) : 0))
  useEffect(() => {
    if (!moment) return setRest(0)
    const look = () => {
      const left = restUntil(moment)
      setRest(left)
      if (left === 0) clearInterval(timer)
    }
    const timer = setInterval(look, step)
    look()
    return () => clearInterval(timer)
  }, [moment])
  return rest
}
