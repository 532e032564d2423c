export const photoTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']
/** The largest photo that the server accepts, in bytes. */
export const maxPhotoBytes = 20_000_000
