import type { MediaKind } from '../../src/video/codecs.ts'

/** The payload of one packet, and the time in the film when it is due, in milliseconds. */
export type FilmFrame = { kind: MediaKind; at: number; marker: boolean; payload: Buffer }
/** A film begins with a key frame, so that it can be repeated. */
export type Film = { milliseconds: number; frames: FilmFrame[] }

const name = 'FILM'
const head = 8
const frameHead = 5
const [sound, marked] = [1, 2]

/** The film as a file: its length, then its packets in order. */
export function writeFilm({ milliseconds, frames }: Film): Buffer {
  const start = Buffer.alloc(head)
  start.write(name, 'ascii')
  start.writeUInt32BE(milliseconds, 4)
  return Buffer.concat([start, ...frames.flatMap((frame) => [headOf(frame), frame.payload])])
}

function headOf({ kind, at, marker, payload }: FilmFrame): Buffer {
  const made = Buffer.alloc(frameHead)
  made.writeUInt8((kind === 'audio' ? sound : 0) | (marker ? marked : 0))
  made.writeUInt16BE(at, 1)
  made.writeUInt16BE(payload.length, 3)
  return made
}

/** @throws Error for a file that is not a film, or is cut off */
export function readFilm(file: Buffer): Film {
  if (file.toString('ascii', 0, 4) !== name) throw new Error('This is not a film.')
  const frames: FilmFrame[] = []
  for (let at = head; at < file.length; ) {
    const flags = file.readUInt8(at)
    const end = at + frameHead + file.readUInt16BE(at + 3)
    if (end > file.length) throw new Error('The film is cut off.')
    frames.push({
      kind: flags & sound ? 'audio' : 'video',
      marker: (flags & marked) !== 0,
      at: file.readUInt16BE(at + 1),
      payload: file.subarray(at + frameHead, end),
    })
    at = end
  }
  return { milliseconds: file.readUInt32BE(4), frames }
}
