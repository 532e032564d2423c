import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyHelmetOptions } from '@fastify/helmet'
import statics from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '../errors/refusal.ts'
import type { Config } from '../platform/config.ts'

const built = join(import.meta.dirname, '../../dist')

/** Stagedoor's logo as SVG. */
export const logoSvg = readFileSync(join(import.meta.dirname, '../../web/ui/logo.svg'))

/**
 * The content policy: scripts come only from this server, inline styles are allowed because Mantine needs them, and no
 * other site may frame the pages.
 */
export const contentPolicy = (config: Config): FastifyHelmetOptions => ({
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

/**
 * Serves the dashboard. Browsers may keep its files forever, since the files' names change with their contents. The
 * page itself is requested each time.
 */
export async function mountPages(app: FastifyInstance): Promise<void> {
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
    // For a missing file of an older build, the answer must not be the page: the browser would run it as a script.
    const page = request.method === 'GET' && present && !/^\/(api|assets|media)\//.test(request.url)
    if (!page) throw new Refusal('not_found')
    return reply.sendFile('index.html')
  })
}
