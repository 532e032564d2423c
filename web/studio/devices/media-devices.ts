import { cameraConstraints } from '../../video/publish-stream.ts'

export type CameraFacing = 'user' | 'environment'
/** The devices that were last chosen here. `facing` is the choice between the front and rear camera of a phone. */
export type DeviceSelection = { camera?: string; microphone?: string; facing?: CameraFacing | undefined }
export type DeviceKind = 'camera' | 'microphone'

/** Why there is no video or sound, as far as the browser reveals it. */
export type DeviceTrouble = 'refused' | 'missing' | 'busy' | 'insecure' | 'failed'

const key = 'stagedoor.devices'

export function rememberedDevices(): DeviceSelection {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as DeviceSelection
  } catch {
    return {}
  }
}

export const rememberDevices = (choice: DeviceSelection) => localStorage.setItem(key, JSON.stringify(choice))

const troubles: Record<string, DeviceTrouble> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
  InsecureContextError: 'insecure',
}
export const deviceTrouble = (error: unknown): DeviceTrouble =>
  (error instanceof DOMException && troubles[error.name]) || 'failed'

/** The chosen devices as preferences and not as requirements: if one is missing, the browser uses another one. */
const wanted = ({ camera, microphone, facing }: DeviceSelection) => ({
  video: {
    ...cameraConstraints,
    ...(facing ? { facingMode: { ideal: facing } } : camera && { deviceId: { ideal: camera } }),
  },
  audio: {
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    ...(microphone && { deviceId: { ideal: microphone } }),
  },
})

export const listDevices = () => navigator.mediaDevices.enumerateDevices()

/** Opens camera and microphone, or the one that exists: a show can have sound alone, or video alone. */
export async function openDevices(choice: DeviceSelection): Promise<MediaStream> {
  if (!navigator.mediaDevices) throw new DOMException('not over https', 'InsecureContextError')
  const devices = await listDevices()
  if (!devices.some(({ kind }) => kind !== 'audiooutput'))
    throw new DOMException('no device', 'NotFoundError')
  const { video, audio } = wanted(choice)
  return navigator.mediaDevices.getUserMedia({
    ...(devices.some(({ kind }) => kind === 'videoinput') && { video }),
    ...(devices.some(({ kind }) => kind === 'audioinput') && { audio }),
  })
}

export async function openDevice(
  kind: DeviceKind,
  choice: DeviceSelection,
): Promise<MediaStreamTrack | undefined> {
  const { video, audio } = wanted(choice)
  const stream = await navigator.mediaDevices.getUserMedia(kind === 'camera' ? { video } : { audio })
  return stream.getTracks()[0]
}

/** Whether it is a phone's rear camera, which faces away from its user. */
export const isRearCamera = (track: MediaStreamTrack | undefined) =>
  track?.getSettings().facingMode === 'environment'

/** Whether it is a phone's camera: only phones report which way a camera faces. */
export const isPhoneCamera = (track: MediaStreamTrack | undefined) => Boolean(track?.getSettings().facingMode)
