import sharp, { type Sharp } from 'sharp'
import { Refusal } from '../../errors/refusal.ts'
import type { PhotoSize } from './photo-urls.ts'

/** The length of a photo's longest side, in pixels. */
const sides: Record<PhotoSize, number> = { large: 1600, small: 400 }

export const photoKey = (account: string, photo: string, size: PhotoSize) =>
  `photos/${account}/${photo}-${size}.webp`

// The first bytes of the accepted types. No other file reaches a decoder: an SVG, for example, is a document that can
// contain scripts.
const beginnings = [/^\xFF\xD8\xFF/, /^\x89PNG\r\n/, /^RIFF.{4}WEBP/s, /^.{4}ftyp(avif|avis|mif1)/s]

const maxMegapixels = 36

export type ResizedPhoto = { width: number; height: number } & Record<PhotoSize, Buffer>

/**
 * Resizes a photo to the sizes that are shown. The results are upright WebP images without the metadata that the camera
 * wrote, such as the place where the photo was taken. The type is recognised by the bytes, not by the file's name or
 * the claimed content type.
 * @throws Refusal not_an_image, image_too_large or image_broken
 */
export async function readPhoto(bytes: Buffer): Promise<ResizedPhoto> {
  const beginning = bytes.toString('latin1', 0, 16)
  if (!beginnings.some((known) => known.test(beginning))) throw new Refusal('not_an_image')
  // Reads only the header, so that a huge image is refused before it is decompressed.
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata().catch(broken)
  if (width * height > maxMegapixels * 1e6)
    throw new Refusal('image_too_large', { megapixels: maxMegapixels })
  return resize(bytes).catch(broken)
}

async function resize(bytes: Buffer): Promise<ResizedPhoto> {
  const limits = { limitInputPixels: maxMegapixels * 1e6, failOn: 'error' } as const
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
