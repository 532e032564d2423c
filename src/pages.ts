import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyHelmetOptions } from '@fastify/helmet'
import statics from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Refusal } from './door/errors.ts'
import type { Config } from './ground/config.ts'

const built = join(import.meta.dirname, '../dist')

/** Our mark, as an SVG. */
export const mark = readFileSync(join(import.meta.dirname, '../web/mark.svg'))

/** Scripts from here alone; styles may be inline, which Mantine needs; nobody may frame us. */
export const policy = (config: Config): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'", ...(config.mediaUrl ? [new URL(config.mediaUrl).origin] : [])],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      ...(config.https && { 'upgrade-insecure-requests': [] }),
    },
  },
  referrerPolicy: { policy: 'same-origin' },
  strictTransportSecurity: config.https,
})

/** The dashboard: its files may be kept for ever, since their names change with them; its page is asked for anew. */
export async function pages(app: FastifyInstance): Promise<void> {
  const present = existsSync(join(built, 'index.html'))
  if (present) {
    await app.register(statics, {
      root: built,
      wildcard: false,
      index: false,
      setHeaders: (reply, path) => {
        reply.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    // A file that is gone (of an older build) is no page: answering one would be run as a script.
    const page = request.method === 'GET' && present && !/^\/(api|assets|media)\//.test(request.url)
    if (!page) throw new Refusal('not_found')
    return reply.sendFile('index.html')
  })
}
