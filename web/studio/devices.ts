import { picture } from '../video/publish.ts'

export type Facing = 'user' | 'environment'
/** What was chosen last on this device. `facing` is a phone's way to choose: its front or its back. */
export type Choice = { camera?: string; microphone?: string; facing?: Facing | undefined }
export type Kind = 'camera' | 'microphone'

/** Why there is no picture and no sound, as far as a browser says. */
export type Trouble = 'refused' | 'missing' | 'busy' | 'insecure' | 'failed'

const key = 'stagedoor.devices'

export function remembered(): Choice {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Choice
  } catch {
    return {}
  }
}

export const remember = (choice: Choice) => localStorage.setItem(key, JSON.stringify(choice))

const troubles: Record<string, Trouble> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
  InsecureContextError: 'insecure',
}
export const troubleOf = (error: unknown): Trouble =>
  (error instanceof DOMException && troubles[error.name]) || 'failed'

/** A device that is gone since it was chosen is no reason to fail: the browser then takes another one. */
const wanted = ({ camera, microphone, facing }: Choice) => ({
  video: {
    ...picture,
    ...(facing ? { facingMode: { ideal: facing } } : camera && { deviceId: { ideal: camera } }),
  },
  audio: {
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    ...(microphone && { deviceId: { ideal: microphone } }),
  },
})

export const list = () => navigator.mediaDevices.enumerateDevices()

/** Asks for what there is: a show can do with sound alone, or with pictures alone. */
export async function openAll(choice: Choice): Promise<MediaStream> {
  if (!navigator.mediaDevices) throw new DOMException('not over https', 'InsecureContextError')
  const devices = await list()
  if (!devices.some(({ kind }) => kind !== 'audiooutput'))
    throw new DOMException('no device', 'NotFoundError')
  const { video, audio } = wanted(choice)
  return navigator.mediaDevices.getUserMedia({
    ...(devices.some(({ kind }) => kind === 'videoinput') && { video }),
    ...(devices.some(({ kind }) => kind === 'audioinput') && { audio }),
  })
}

export async function openOne(kind: Kind, choice: Choice): Promise<MediaStreamTrack | undefined> {
  const { video, audio } = wanted(choice)
  const stream = await navigator.mediaDevices.getUserMedia(kind === 'camera' ? { video } : { audio })
  return stream.getTracks()[0]
}

/** What a browser says of a camera that looks away from whoever holds it. */
export const looksAway = (track: MediaStreamTrack | undefined) =>
  track?.getSettings().facingMode === 'environment'

/** Phones say which way a camera looks; others do not. */
export const isPhoneCamera = (track: MediaStreamTrack | undefined) => Boolean(track?.getSettings().facingMode)
