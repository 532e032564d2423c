import helmet from '@fastify/helmet'
import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import websocket from '@fastify/websocket'
import { sql } from 'drizzle-orm'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler } from 'fastify-type-provider-zod'
import { makeAdmission } from '../access/admission.ts'
import { Refusal } from '../errors/refusal.ts'
import { mountRoutes } from '../http/mount.ts'
import { toProblem, toRefusal } from '../http/problems.ts'
import { makeRateLimits } from '../http/rate-limits.ts'
import type { Services } from '../http/route.ts'
import { makeAuth } from '../identity/better-auth.ts'
import { mountBetterAuth } from '../identity/better-auth-routes.ts'
import { isClockTooFarOff } from '../platform/clock-skew.ts'
import type { Config } from '../platform/config.ts'
import { type Database, queryRows } from '../platform/database/database.ts'
import { databaseTime } from '../platform/database/database-time.ts'
import type { FileStorage } from '../platform/files/file-storage.ts'
import { preferredLanguage } from '../platform/format/i18n.ts'
import { logError } from '../platform/log.ts'
import { makeSendMail } from '../platform/mail/queue-mail.ts'
import { invitationProvesAddress } from '../team/address-proof.ts'
import { startBackground } from './background.ts'
import { mountMailbox } from './mailbox.ts'
import { makeMetrics } from './metrics.ts'
import { contentPolicy, logoSvg, mountPages } from './pages.ts'
import { mountPhotoFiles } from './photo-files.ts'
import { allRoutes } from './routes.ts'
import { mountStripeWebhooks } from './stripe-webhooks.ts'

/** Puts together sign-in, the areas' routes behind the door, and the pages. The caller makes the app listen. */
export async function makeApp(
  database: Database,
  config: Config,
  files: FileStorage,
): Promise<FastifyInstance> {
  const limits = makeRateLimits(database, config.rateLimitFactor)
  const services: Services = { config, sendMail: makeSendMail(config.secret), limits, database, files }
  const admission = makeAdmission(database, config)
  const background = await startBackground(database, config, admission)
  const { live } = background
  const auth = makeAuth(database, config, services.sendMail)

  const app = fastify({
    logger: false,
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    bodyLimit: 1_048_576,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 400 },
    frameworkErrors: (error, request, reply) => answer(error, request, reply),
  })
  // `http/input.ts` reads the input and reports what is wrong with it.
  app.setValidatorCompiler(() => (value) => ({ value }))
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answer)
  readJson(app)
  if (config.metricsPort !== undefined) {
    const metrics = makeMetrics(app)
    await metrics.listen({ host: config.host, port: config.metricsPort })
    app.addHook('onClose', () => metrics.close())
  }

  await app.register(helmet, contentPolicy(config))
  await app.register(rateLimit, {
    max: 3000 * config.rateLimitFactor,
    timeWindow: '1 minute',
    // `ip` is undefined once the client has disconnected, which gets no answer then.
    keyGenerator: ({ ip }) => (ip === undefined ? '' : normalizeIP(ip)),
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Stagedoor', version: '1', description: 'Team permissions for live-selling accounts.' },
      servers: [{ url: config.publicUrl }],
    },
    transform: (operation) => {
      const { schema, url } = jsonSchemaTransform(operation)
      const { 'x-permission': permission } = operation.schema as Record<string, unknown>
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
    logo: { type: 'image/svg+xml', content: logoSvg, href: '/', target: '_self' },
    theme: { title: 'Stagedoor API' },
  })
  await app.register(websocket, { options: { maxPayload: 1024 } })

  app.register(
    async (api) => {
      mountRoutes(api, allRoutes(services, background.paymentService, background.relay), {
        database,
        admission,
        limits,
      })
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
      mountBetterAuth(own, auth, database, services, (token, email) =>
        invitationProvesAddress(database, config.secret, token, email),
      ),
    {
      prefix: '/api/auth',
    },
  )
  app.get('/api/openapi.json', { schema: { hide: true } as object }, async () => app.swagger())
  app.get('/healthz', { schema: { hide: true } as object }, async () => ({ ok: true }))
  app.get('/readyz', { schema: { hide: true } as object }, async () => {
    await queryRows(database.db, sql`select 1`)
    if (!live.isConnected() || isClockTooFarOff()) throw new Refusal('unavailable')
    return { ok: true }
  })
  mountStripeWebhooks(app, database, config)
  mountPhotoFiles(app, files)
  if (config.mailbox) mountMailbox(app, database, config)
  await mountPages(app)
  app.addHook('onClose', background.close)
  await app.ready()
  return app
}

/** Answers every refusal and every error with a problem document. */
function answer(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const refusal = toRefusal(error)
  if (refusal.code === 'internal') logError(`${request.method} ${request.routeOptions.url ?? '?'}`, error)
  const problem = toProblem(refusal, preferredLanguage(request.headers['accept-language']))
  if (typeof problem.retryAt === 'string') {
    reply.header('retry-after', Math.max(1, Math.ceil((Date.parse(problem.retryAt) - databaseTime()) / 1000)))
  }
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problem)
}

/** Parses JSON. An empty body means no input, and names that reach a prototype are refused. */
function readJson(app: FastifyInstance) {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else void parse(request, body as string, done)
  })
}
