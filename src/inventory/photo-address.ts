export const photoSizes = ['large', 'small'] as const
export type PhotoSize = (typeof photoSizes)[number]

/** Where anybody finds a photo of an account: media.ts answers there. */
export const photoAddress = (account: string, photo: string, size: PhotoSize) =>
  `/media/photos/${account}/${photo}/${size}.webp`

/** The small one of what may have none. */
export const thumbOf = (account: string, photo: string | null) =>
  photo && photoAddress(account, photo, 'small')
