import { type RefObject, useState } from 'react'

/**
 * Browsers start only silent video by themselves. A click turns the sound on, and also starts a video that was not
 * allowed to start.
 */
export function useSound(screen: RefObject<HTMLVideoElement | null>) {
  const [isMuted, setMuted] = useState(true)
  const [isWaiting, setWaiting] = useState(false)
  const play = () => {
    screen.current?.play().then(
      () => setWaiting(false),
      (problem: Error) => setWaiting(problem.name === 'NotAllowedError'),
    )
  }
  const mute = (next: boolean) => {
    setMuted(next)
    if (screen.current) screen.current.muted = next
    play()
  }
  return { isMuted, isWaiting, play, toggle: () => mute(!isMuted) }
}

export type Sound = ReturnType<typeof useSound>
