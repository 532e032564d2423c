import type { FastifyInstance } from 'fastify'
import { Refusal } from '../errors/refusal.ts'
import type { FileStorage } from '../platform/files/file-storage.ts'
import { photoKey } from '../platform/files/images.ts'
import { photoSizes } from '../platform/files/photo-urls.ts'

type Asked = { account: string; photo: string; size: string }

/**
 * Serves photos to anyone who has their address, which contains 80 random bits and is shown on public shop pages. The
 * file at an address never changes, so browsers may keep it.
 */
export function mountPhotoFiles(app: FastifyInstance, files: FileStorage): void {
  const url = '/media/photos/:account/:photo/:size.webp'
  app.get<{ Params: Asked }>(url, { schema: { hide: true } as object }, async ({ params }, reply) => {
    const { account, photo, size } = params
    const known = photoSizes.find((one) => one === size)
    if (!known || !/^\w{1,64}$/.test(account) || !/^\w{1,64}$/.test(photo)) throw new Refusal('not_found')
    const bytes = await files.read(photoKey(account, photo, known))
    if (!bytes) throw new Refusal('not_found')
    return reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .type('image/webp')
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  })
}
