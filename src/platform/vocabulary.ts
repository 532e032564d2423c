export const photoTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']
/** The largest photo or CSV file that the server accepts, in bytes. */
export const maxFileBytes = 20_000_000
