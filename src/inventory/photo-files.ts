import sharp, { type Sharp } from 'sharp'
import { Refusal } from '../door/errors.ts'

/** Pixels of the longer side. */
const sides = { large: 1600, small: 400 } as const
export const photoSizes = ['large', 'small'] as const
export type PhotoSize = (typeof photoSizes)[number]

export const keyOf = (account: string, photo: string, size: PhotoSize) =>
  `photos/${account}/${photo}-${size}.webp`

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']
const readable = ['jpeg', 'png', 'webp', 'heif']
const megapixels = 36

export type Pictures = { width: number; height: number } & Record<PhotoSize, Buffer>

/**
 * A photo in the sizes that are shown: upright, as WebP, without what the camera wrote into it (where it was taken,
 * for one). What it is, its bytes say, not its name or the type that was claimed.
 * @throws Refusal not_an_image, image_too_large or image_broken
 */
export async function readPhoto(bytes: Buffer): Promise<Pictures> {
  await refuseStrange(bytes)
  try {
    const limits = { limitInputPixels: megapixels * 1e6, failOn: 'error' } as const
    const large = await sized(sharp(bytes, limits).autoOrient(), 'large')
    const small = await sized(sharp(large.data), 'small')
    return { width: large.info.width, height: large.info.height, large: large.data, small: small.data }
  } catch {
    throw new Refusal('image_broken')
  }
}

/** Reads no more than the head of the file. */
async function refuseStrange(bytes: Buffer): Promise<void> {
  // What looks like text never reaches a decoder: an SVG is a page that may run scripts.
  if (/^[\s\uFEFF]*[<%#{]/.test(bytes.toString('latin1', 0, 256))) throw new Refusal('not_an_image')
  const found = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  if (!found || !readable.includes(found.format)) throw new Refusal('not_an_image')
  if (found.width * found.height > megapixels * 1e6) throw new Refusal('image_too_large', { megapixels })
}

const sized = (image: Sharp, size: PhotoSize) =>
  image
    .resize(sides[size], sides[size], { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
