import type { FastifyInstance } from 'fastify'
import { Refusal } from './door/errors.ts'
import type { Files } from './ground/files.ts'
import { photoSizes } from './inventory/photo-address.ts'
import { keyOf } from './inventory/photo-files.ts'

type Asked = { account: string; photo: string; size: string }

/**
 * Photos, for whoever has their address: it holds 80 random bits, and shop windows give it to everybody. What it
 * leads to never changes, so that browsers may keep it.
 */
export function media(app: FastifyInstance, files: Files): void {
  const url = '/media/photos/:account/:photo/:size.webp'
  app.get<{ Params: Asked }>(url, { schema: { hide: true } as object }, async ({ params }, reply) => {
    const { account, photo, size } = params
    const known = photoSizes.find((one) => one === size)
    if (!known || !/^\w{1,64}$/.test(account) || !/^\w{1,64}$/.test(photo)) throw new Refusal('not_found')
    const bytes = await files.read(keyOf(account, photo, known))
    if (!bytes) throw new Refusal('not_found')
    return reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .type('image/webp')
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  })
}
