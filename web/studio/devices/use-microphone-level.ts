import { useEffect, useState } from 'react'

/** Measurements per second: enough for a meter, and light for a phone. */
const looks = 12
/** The level of a quiet room, in decibels below full scale. */
const quiet = -60

/** The level of the microphone, from 0 to 100. */
export function useMicrophoneLevel(stream: MediaStream | undefined): number {
  const [level, setLevel] = useState(0)
  useEffect(() => {
    const tracks = stream?.getAudioTracks() ?? []
    if (tracks.length === 0) return setLevel(0)
    const context = new AudioContext()
    const analyser = context.createAnalyser()
    context.createMediaStreamSource(new MediaStream(tracks)).connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples)
      setLevel(loudness(samples))
    }, 1000 / looks)
    return () => {
      clearInterval(timer)
      void context.close()
    }
  }, [stream])
  return level
}

/** The loudness on a logarithmic scale, from 0 (a quiet room) to 100. */
export function loudness(samples: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at < samples.length; at++) sum += (samples[at] as number) ** 2
  const decibels = 10 * Math.log10(sum / Math.max(1, samples.length))
  return Math.round(Math.min(100, Math.max(0, (1 - decibels / quiet) * 100)))
}
