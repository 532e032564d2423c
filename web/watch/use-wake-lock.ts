import { useEffect } from 'react'

/** Keeps the screen on while there is something to watch, if the device allows pages to do so. */
export function useWakeLock(isWatching: boolean) {
  useEffect(() => {
    if (!isWatching || !('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | undefined
    let isOver = false
    // The lock is lost whenever the page is hidden, and is refused when the battery is low.
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
