import { z } from 'zod'

export const photoSizes = ['large', 'small'] as const
export type PhotoSize = (typeof photoSizes)[number]

/** The public address of an account's photo, served by server/photo-files.ts. */
export const photoUrl = (account: string, photo: string, size: PhotoSize) =>
  `/media/photos/${account}/${photo}/${size}.webp`

/** The address of the small size; null where there is no photo. */
export const thumbnailUrl = (account: string, photo: string | null) =>
  photo && photoUrl(account, photo, 'small')

/** A photo as the API shows it: its dimensions and its addresses. */
export const PhotoView = z
  .object({
    id: z.string(),
    width: z.int().describe('The width of the large size, in pixels.'),
    height: z.int().describe('The height of the large size, in pixels.'),
    url: z.string().describe('The address of the large size, at most 1600 pixels on each side.'),
    thumb: z.string().describe('The address of the small size, at most 400 pixels on each side.'),
  })
  .meta({ id: 'Photo' })
export type PhotoView = z.output<typeof PhotoView>

export const toPhotoView = (
  account: string,
  { id, width, height }: { id: string; width: number; height: number },
): PhotoView => ({
  id,
  width,
  height,
  url: photoUrl(account, id, 'large'),
  thumb: photoUrl(account, id, 'small'),
})
