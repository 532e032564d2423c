import helmet from '@fastify/helmet'
import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import websocket from '@fastify/websocket'
import { sql } from 'drizzle-orm'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler } from 'fastify-type-provider-zod'
import { makeAdmission } from './door/admission.ts'
import { Refusal } from './door/errors.ts'
import { makeLimits } from './door/limits.ts'
import { mount } from './door/mount.ts'
import { toProblem, toRefusal } from './door/problems.ts'
import type { House } from './door/route.ts'
import type { Config } from './ground/config.ts'
import { type Database, rows } from './ground/db.ts'
import type { Files } from './ground/files.ts'
import { makePost } from './ground/mail.ts'
import { report } from './ground/report.ts'
import { languageOf } from './ground/words.ts'
import { makeAuth } from './identity/auth.ts'
import { bridge } from './identity/bridge.ts'
import { mailbox } from './mailbox.ts'
import { media } from './media.ts'
import { makeMetrics } from './metrics.ts'
import { mark, pages, policy } from './pages.ts'
import { routes } from './routes.ts'
import { openStage } from './stage.ts'
import { provesAddress } from './team/proof.ts'
import { webhooks } from './webhooks.ts'

/** The roof: sign-in, the areas' routes behind the door, and the pages. Whoever makes it lets it listen. */
export async function makeApp(database: Database, config: Config, files: Files): Promise<FastifyInstance> {
  const limits = makeLimits(database, config.rateLimitFactor)
  const house: House = { config, post: makePost(config.secret), limits, database, files }
  const admission = makeAdmission(database, config)
  const stage = await openStage(database, config, admission)
  const { live } = stage
  const auth = makeAuth(database, config, house.post)

  const app = fastify({
    logger: false,
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    bodyLimit: 1_048_576,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 400 },
    frameworkErrors: (error, request, reply) => answer(error, request, reply),
  })
  // Input is read by door/input.ts, which words what is wrong with it.
  app.setValidatorCompiler(() => (value) => ({ value }))
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answer)
  readJson(app)
  if (config.metricsPort !== undefined) {
    const metrics = makeMetrics(app)
    await metrics.listen({ host: config.host, port: config.metricsPort })
    app.addHook('onClose', () => metrics.close())
  }

  await app.register(helmet, policy(config))
  await app.register(rateLimit, {
    max: 3000 * config.rateLimitFactor,
    timeWindow: '1 minute',
    // Whoever has hung up meanwhile has no address any more, and hears no answer either.
    keyGenerator: ({ ip }) => (ip === undefined ? '' : normalizeIP(ip)),
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Stagedoor', version: '1', description: 'Team permissions for live-selling accounts.' },
      servers: [{ url: config.publicUrl }],
    },
    transform: (given) => {
      const { schema, url } = jsonSchemaTransform(given)
      const { 'x-permission': permission } = given.schema as Record<string, unknown>
      return {
        url,
        schema: { ...schema, ...(permission !== undefined && { 'x-permission': permission }) } as never,
      }
    },
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { showExtensions: true, tryItOutEnabled: true },
    logo: { type: 'image/svg+xml', content: mark, href: '/', target: '_self' },
    theme: { title: 'Stagedoor API' },
  })
  await app.register(websocket, { options: { maxPayload: 1024 } })

  app.register(
    async (api) => {
      mount(api, routes(house, stage.till, stage.relay), { database, admission, limits })
      api.get(
        '/live',
        { websocket: true, schema: { hide: true } as object, preValidation: live.admit },
        live.connect,
      )
    },
    { prefix: '/api/v1' },
  )
  app.register(
    async (own) =>
      bridge(own, auth, database, house, (token, email) =>
        provesAddress(database, config.secret, token, email),
      ),
    {
      prefix: '/api/auth',
    },
  )
  app.get('/api/openapi.json', { schema: { hide: true } as object }, async () => app.swagger())
  app.get('/healthz', { schema: { hide: true } as object }, async () => ({ ok: true }))
  app.get('/readyz', { schema: { hide: true } as object }, async () => {
    await rows(database.db, sql`select 1`)
    if (!live.hears()) throw new Refusal('unavailable')
    return { ok: true }
  })
  webhooks(app, database, config)
  media(app, files)
  if (config.mailbox) mailbox(app, database, config)
  await pages(app)
  app.addHook('onClose', stage.close)
  await app.ready()
  return app
}

/** Every refusal and every error, as a problem document. */
function answer(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const refusal = toRefusal(error)
  if (refusal.code === 'internal') report(`${request.method} ${request.routeOptions.url ?? '?'}`, error)
  const problem = toProblem(refusal, languageOf(request.headers['accept-language']))
  if (typeof problem.retryAt === 'string') {
    reply.header('retry-after', Math.max(1, Math.ceil((Date.parse(problem.retryAt) - Date.now()) / 1000)))
  }
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problem)
}

/** JSON, in which an empty body is no input, and names that reach a prototype are refused. */
function readJson(app: FastifyInstance) {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else parse(request, body as string, done)
  })
}
