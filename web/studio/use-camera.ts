import { useCallback, useEffect, useRef, useState } from 'react'
import * as devices from './devices.ts'

type State = { stream?: MediaStream | undefined; trouble?: devices.Trouble; isOpening: boolean }

const kindOf = { camera: 'video', microphone: 'audio' } as const

const end = (stream: MediaStream | undefined, kind?: 'video' | 'audio') => {
  for (const track of stream?.getTracks() ?? []) if (!kind || track.kind === kind) track.stop()
}

/**
 * The camera and the microphone of this device: on from when they are asked for until the page is left.
 * @param isWanted whether they come on by themselves where the browser lets them
 */
export function useCamera(isWanted: boolean) {
  const [{ stream, trouble, isOpening }, setState] = useState<State>({ isOpening: false })
  const [isMuted, setMuted] = useState(false)
  const [all, setAll] = useState<MediaDeviceInfo[]>([])
  const present = useRef<MediaStream>(undefined)
  const isGone = useRef(false)

  const take = useCallback(async (opened: MediaStream) => {
    if (isGone.current) return end(opened)
    present.current = opened
    setState({ stream: opened, isOpening: false })
    setAll(await devices.list())
  }, [])
  const fail = useCallback(
    (error: unknown) =>
      setState({ stream: present.current, trouble: devices.troubleOf(error), isOpening: false }),
    [],
  )

  const turnOn = useCallback(async () => {
    setState({ isOpening: true })
    end(present.current)
    await devices.openAll(devices.remembered()).then(take, fail)
  }, [take, fail])

  const turnOff = useCallback(() => {
    end(present.current)
    present.current = undefined
    setState({ isOpening: false })
  }, [])

  /** Phones open one camera at a time: the old one is let go first. */
  const change = async (kind: devices.Kind, choice: devices.Choice) => {
    devices.remember(choice)
    const before = present.current
    end(before, kindOf[kind])
    const others = before?.getTracks().filter((track) => track.kind !== kindOf[kind]) ?? []
    try {
      const track = await devices.openOne(kind, choice)
      await take(new MediaStream([...others, ...(track ? [track] : [])]))
    } catch (error) {
      fail(error)
    }
  }

  useEffect(() => {
    for (const track of stream?.getAudioTracks() ?? []) track.enabled = !isMuted
  }, [stream, isMuted])
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
      end(present.current)
    }
  }, [])
  useGranted(isWanted, turnOn)
  useWhenPlugged(stream, setAll, turnOn)

  const camera = stream?.getVideoTracks()[0]
  const microphone = stream?.getAudioTracks()[0]
  return {
    stream,
    trouble,
    isOpening,
    isMuted,
    setMuted,
    turnOn,
    turnOff,
    camera,
    microphone,
    cameras: all.filter(({ kind }) => kind === 'videoinput'),
    microphones: all.filter(({ kind }) => kind === 'audioinput'),
    isMirrored: !devices.looksAway(camera),
    choose: (kind: devices.Kind, id: string) =>
      change(kind, { ...devices.remembered(), [kind]: id, ...(kind === 'camera' && { facing: undefined }) }),
    flip: devices.isPhoneCamera(camera)
      ? () =>
          change('camera', {
            ...devices.remembered(),
            facing: devices.looksAway(camera) ? 'user' : 'environment',
          })
      : undefined,
  }
}
export type Camera = ReturnType<typeof useCamera>

/** Whoever has let this page use the camera before is not asked again. */
function useGranted(isWanted: boolean, turnOn: () => Promise<void>) {
  useEffect(() => {
    let isGone = !isWanted
    const ask = (name: string) => navigator.permissions?.query({ name: name as PermissionName })
    Promise.all([ask('camera'), ask('microphone')])
      .then((found) => {
        if (!isGone && found.every((one) => one?.state === 'granted')) void turnOn()
      })
      // Not every browser tells: then one clicks.
      .catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [isWanted, turnOn])
}

/** A device comes or goes; the one in use is replaced by another. */
function useWhenPlugged(
  stream: MediaStream | undefined,
  setAll: (all: MediaDeviceInfo[]) => void,
  turnOn: () => Promise<void>,
) {
  useEffect(() => {
    if (!stream) return
    const look = () => void devices.list().then(setAll)
    const lost = () => void turnOn()
    navigator.mediaDevices.addEventListener('devicechange', look)
    for (const track of stream.getTracks()) track.addEventListener('ended', lost)
    return () => {
      navigator.mediaDevices.removeEventListener('devicechange', look)
      for (const track of stream.getTracks()) track.removeEventListener('ended', lost)
    }
  }, [stream, setAll, turnOn])
}
