import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor, Person, Visitor } from '../access/gate.ts'
import { Refusal } from '../errors/refusal.ts'
import type { Tx } from '../platform/database/database.ts'
import { inScope, scopeOf } from '../platform/database/scope.ts'
import { preferredLanguage } from '../platform/format/i18n.ts'
import { readIdempotencyKey, runOnce } from './idempotency.ts'
import { readInput } from './input.ts'
import { describeRoute } from './openapi.ts'
import type { AnyDownloadRoute, AnyMoneyRoute, AnyRoute, AnyUploadRoute, DeclaredRoute } from './route.ts'
import { type Door, enforceRateLimit, runInTransaction } from './run-in-transaction.ts'
import { mountSdpRoute } from './sdp-route.ts'

declare module 'fastify' {
  interface FastifyRequest {
    caller: Visitor | Person | Actor
  }
}

/**
 * Mounts the declared routes behind the door. Every request takes the same steps in the same order: identify the
 * caller, check the permission, read the input, run the handler.
 */
export function mountRoutes(app: FastifyInstance, all: readonly DeclaredRoute[], door: Door) {
  for (const declared of all) {
    if ('reserve' in declared) mountMoney(app, declared, door)
    else if ('exchange' in declared) mountSdpRoute(app, declared, door)
    else if ('takes' in declared) mountUpload(app, declared, door)
    else if ('write' in declared) mountDownload(app, declared, door)
    else mountRoute(app, declared, door)
  }
}

function mountRoute(app: FastifyInstance, declared: AnyRoute, { database, admission, limits }: Door) {
  const { method, path, permission, input, output, status = 200 } = declared
  app.route({
    method,
    url: path,
    schema: describeRoute(declared, { [status]: output }),
    onRequest: admission.onRequest(permission, declared.whileClosing),
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const params = request.params as Record<string, string>
      const parsed = input
        ? readInput(input, (method === 'GET' ? request.query : request.body) ?? {})
        : undefined
      await enforceRateLimit(limits, declared.limit, request.caller)
      const done = await runInTransaction(
        database,
        declared,
        request.caller,
        (db, actor) => declared.handle({ db, actor, input: parsed, params }),
        parsed,
      )
      return reply.status(status).send(done)
    },
  })
}

/** A route that moves money: reserves once for the client's key, then settles. */
function mountMoney(app: FastifyInstance, declared: AnyMoneyRoute, { database, admission, limits }: Door) {
  const { path, permission, input, output, status = 200 } = declared
  app.post(path, {
    schema: describeRoute(declared, { [status]: output }),
    onRequest: admission.onRequest(permission),
    handler: async (request, reply) => {
      const params = request.params as Record<string, string>
      const actor = request.caller as Actor
      const key = readIdempotencyKey(request.headers['idempotency-key'])
      const parsed = input ? readInput(input, request.body ?? {}) : undefined
      await enforceRateLimit(limits, declared.limit, request.caller)
      const done = await runInTransaction(
        database,
        { method: 'POST', permission },
        actor,
        (db, present) => {
          const reserve = () => declared.reserve({ db, actor: present as Actor, input: parsed, params })
          return key ? runOnce(db, actor.account, key, [path, params, parsed], reserve) : reserve()
        },
        parsed,
      )
      return reply.status(status).send(await declared.settle(done, { actor }))
    },
  })
}

/**
 * A route that takes a file: the body is read only after the door has admitted the request, and only up to its
 * limit.
 */
function mountUpload(app: FastifyInstance, declared: AnyUploadRoute, { database, admission, limits }: Door) {
  const { path, permission, input, output, status = 200, takes, maxBytes } = declared
  app.register(async (own) => {
    own.removeAllContentTypeParsers()
    own.addContentTypeParser(takes, { parseAs: 'buffer' }, (_, body, done) => done(null, body))
    own.post(path, {
      bodyLimit: maxBytes,
      schema: describeRoute(declared, { [status]: output }),
      onRequest: admission.onRequest(permission),
      handler: async (request, reply) => {
        const params = request.params as Record<string, string>
        const actor = request.caller as Actor
        const parsed = input ? readInput(input, request.query ?? {}) : undefined
        if (!Buffer.isBuffer(request.body) || request.body.length === 0) throw new Refusal('empty_file')
        await enforceRateLimit(limits, declared.limit, actor)
        const type = String(request.headers['content-type']).split(';')[0] as string
        const received = await declared.receive(request.body, { actor, input: parsed, type })
        const done = await runInTransaction(
          database,
          { method: 'POST', permission },
          actor,
          (db, present) => declared.handle({ db, actor: present as Actor, input: parsed, params, received }),
          parsed,
        )
        return reply.status(status).send(done)
      },
    })
  })
}

/** A download: every batch of it passes the gate again. */
function mountDownload(app: FastifyInstance, declared: AnyDownloadRoute, { database, admission }: Door) {
  app.get(declared.path, {
    schema: describeRoute(declared, { 200: z.string() }),
    onRequest: admission.onRequest(declared.permission),
    handler: async (request, reply) => {
      const withAccess = async <T>(work: (db: Tx, actor: Actor) => Promise<T>) => {
        const actor = await admission.admitAgain(request, declared.permission)
        return inScope(database, scopeOf(actor), (db) => work(db, actor))
      }
      const input = declared.input ? readInput(declared.input, request.query ?? {}) : undefined
      const language = preferredLanguage(request.headers['accept-language'])
      return reply
        .header(
          'content-disposition',
          `${declared.type === 'application/pdf' ? 'inline' : 'attachment'}; filename="${declared.file}"`,
        )
        .type(declared.type)
        .serializer((text: string) => text)
        .send(
          Readable.from(
            await withFirstPart(
              declared.write({
                withAccess,
                input,
                params: request.params as Record<string, string>,
                language,
              }),
            ),
          ),
        )
    },
  })
}

/** Produces the first part before the answer begins, so that an error in it can still be answered as a problem. */
async function withFirstPart<T>(parts: AsyncIterable<T>): Promise<AsyncIterable<T>> {
  const rest = parts[Symbol.asyncIterator]()
  const first = await rest.next()
  return (async function* () {
    if (!first.done) yield first.value
    yield* { [Symbol.asyncIterator]: () => rest }
  })()
}
