import sharp, { type Sharp } from 'sharp'
import { Refusal } from '../door/errors.ts'
import type { PhotoSize } from './photo-address.ts'

/** Pixels of the longer side. */
const sides: Record<PhotoSize, number> = { large: 1600, small: 400 }

export const keyOf = (account: string, photo: string, size: PhotoSize) =>
  `photos/${account}/${photo}-${size}.webp`

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']

// How files of these types begin. Nothing else reaches a decoder: an SVG, for one, is a page that may run scripts.
const beginnings = [/^\xFF\xD8\xFF/, /^\x89PNG\r\n/, /^RIFF.{4}WEBP/s, /^.{4}ftyp(avif|avis|mif1)/s]

const megapixels = 36

export type Pictures = { width: number; height: number } & Record<PhotoSize, Buffer>

/**
 * A photo in the sizes that are shown: upright, as WebP, without what the camera wrote into it (where it was taken,
 * for one). What it is, its bytes say, not its name or the type that was claimed.
 * @throws Refusal not_an_image, image_too_large or image_broken
 */
export async function readPhoto(bytes: Buffer): Promise<Pictures> {
  const beginning = bytes.toString('latin1', 0, 16)
  if (!beginnings.some((known) => known.test(beginning))) throw new Refusal('not_an_image')
  // Read from its head alone, before anything of that size is unpacked.
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata().catch(broken)
  if (width * height > megapixels * 1e6) throw new Refusal('image_too_large', { megapixels })
  return resize(bytes).catch(broken)
}

async function resize(bytes: Buffer): Promise<Pictures> {
  const limits = { limitInputPixels: megapixels * 1e6, failOn: 'error' } as const
  const large = await sized(sharp(bytes, limits).autoOrient(), 'large')
  const small = await sized(sharp(large.data), 'small')
  return { width: large.info.width, height: large.info.height, large: large.data, small: small.data }
}

const sized = (image: Sharp, size: PhotoSize) =>
  image
    .resize(sides[size], sides[size], { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true })

function broken(): never {
  throw new Refusal('image_broken')
}
