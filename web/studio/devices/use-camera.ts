import { useCallback, useEffect, useRef, useState } from 'react'
import {
  type DeviceKind,
  type DeviceSelection,
  type DeviceTrouble,
  deviceTrouble,
  isPhoneCamera,
  isRearCamera,
  listDevices,
  openDevice,
  openDevices,
  rememberDevices,
  rememberedDevices,
} from './media-devices.ts'

type State = { stream?: MediaStream | undefined; trouble?: DeviceTrouble; isOpening: boolean }

const kindOf = { camera: 'video', microphone: 'audio' } as const

const end = (stream: MediaStream | undefined, kind?: 'video' | 'audio') => {
  for (const track of stream?.getTracks() ?? []) if (!kind || track.kind === kind) track.stop()
}

/**
 * The camera and the microphone of this device. They stay on until the page is left.
 * @param isWanted whether to turn them on at once if the browser has the permission
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
    setAll(await listDevices())
  }, [])
  const fail = useCallback(
    (error: unknown) =>
      setState({ stream: present.current, trouble: deviceTrouble(error), isOpening: false }),
    [],
  )

  const turnOn = useCallback(async () => {
    setState({ isOpening: true })
    end(present.current)
    await openDevices(rememberedDevices()).then(take, fail)
  }, [take, fail])

  const turnOff = useCallback(() => {
    end(present.current)
    present.current = undefined
    setState({ isOpening: false })
  }, [])

  /** Phones can open one camera at a time, so the previous one is closed first. */
  const change = async (kind: DeviceKind, choice: DeviceSelection) => {
    rememberDevices(choice)
    const before = present.current
    end(before, kindOf[kind])
    const others = before?.getTracks().filter((track) => track.kind !== kindOf[kind]) ?? []
    try {
      const track = await openDevice(kind, choice)
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
    isMirrored: !isRearCamera(camera),
    choose: (kind: DeviceKind, id: string) =>
      change(kind, { ...rememberedDevices(), [kind]: id, ...(kind === 'camera' && { facing: undefined }) }),
    flip: isPhoneCamera(camera)
      ? () =>
          change('camera', {
            ...rememberedDevices(),
            facing: isRearCamera(camera) ? 'user' : 'environment',
          })
      : undefined,
  }
}
export type Camera = ReturnType<typeof useCamera>

/** Turns the devices on without a question if the person has given this page the permission before. */
function useGranted(isWanted: boolean, turnOn: () => Promise<void>) {
  useEffect(() => {
    let isGone = !isWanted
    const ask = (name: string) => navigator.permissions?.query({ name: name as PermissionName })
    Promise.all([ask('camera'), ask('microphone')])
      .then((found) => {
        if (!isGone && found.every((one) => one?.state === 'granted')) void turnOn()
      })
      // Not every browser reveals this. The person then turns the devices on by hand.
      .catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [isWanted, turnOn])
}

/** When a device is plugged in or out, a missing device that was in use is replaced. */
function useWhenPlugged(
  stream: MediaStream | undefined,
  setAll: (all: MediaDeviceInfo[]) => void,
  turnOn: () => Promise<void>,
) {
  useEffect(() => {
    if (!stream) return
    const look = () => void listDevices().then(setAll)
    const lost = () => void turnOn()
    navigator.mediaDevices.addEventListener('devicechange', look)
    for (const track of stream.getTracks()) track.addEventListener('ended', lost)
    return () => {
      navigator.mediaDevices.removeEventListener('devicechange', look)
      for (const track of stream.getTracks()) track.removeEventListener('ended', lost)
    }
  }, [stream, setAll, turnOn])
}
