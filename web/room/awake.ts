import { useEffect } from 'react'

/** Keeps the screen from sleeping while there is something to watch, where the device lets pages ask for that. */
export function useAwake(isWatching: boolean) {
  useEffect(() => {
    if (!isWatching || !('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | undefined
    let isOver = false
    // It is let go of whenever the page is hidden, and refused when the battery is low.
    const ask = async () => {
      if (document.hidden) return
      lock = await navigator.wakeLock.request('screen').catch(() => undefined)
      if (isOver) void lock?.release()
    }
    void ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', ask)
      void lock?.release()
    }
  }, [isWatching])
}
