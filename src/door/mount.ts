import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../ground/db.ts'
import { within } from '../ground/scope.ts'
import { languageOf } from '../ground/words.ts'
import { described } from './describe.ts'
import { Refusal } from './errors.ts'
import { mountExchange } from './exchange.ts'
import type { Actor, Person, Visitor } from './gate.ts'
import { once, readKey } from './idempotency.ts'
import { read } from './input.ts'
import { type Door, keepPace, perform } from './perform.ts'
import type { AnyDownload, AnyMoneyRoute, AnyRoute, AnyUpload, Declared } from './route.ts'

declare module 'fastify' {
  interface FastifyRequest {
    caller: Visitor | Person | Actor
  }
}

/** Puts what was declared behind the door: who, may they, what, do it; in this order, for each. */
export function mount(app: FastifyInstance, all: readonly Declared[], door: Door) {
  for (const declared of all) {
    if ('reserve' in declared) mountMoney(app, declared, door)
    else if ('exchange' in declared) mountExchange(app, declared, door)
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
    schema: described(declared, { [status]: output }),
    onRequest: admission.before(permission, declared.whileClosing),
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const params = request.params as Record<string, string>
      const given = input ? read(input, (method === 'GET' ? request.query : request.body) ?? {}) : undefined
      await keepPace(limits, declared.limit, request.caller)
      const done = await perform(
        database,
        declared,
        request.caller,
        (db, actor) => declared.handle({ db, actor, input: given, params }),
        given,
      )
      return reply.status(status).send(done)
    },
  })
}

/** What moves money: reserved once under the client's key, then settled. */
function mountMoney(app: FastifyInstance, declared: AnyMoneyRoute, { database, admission, limits }: Door) {
  const { path, permission, input, output, status = 200 } = declared
  app.post(path, {
    schema: described(declared, { [status]: output }),
    onRequest: admission.before(permission),
    handler: async (request, reply) => {
      const params = request.params as Record<string, string>
      const actor = request.caller as Actor
      const key = readKey(request.headers['idempotency-key'])
      const given = input ? read(input, request.body ?? {}) : undefined
      await keepPace(limits, declared.limit, request.caller)
      const done = await perform(
        database,
        { method: 'POST', permission },
        actor,
        (db, present) => {
          const reserve = () => declared.reserve({ db, actor: present as Actor, input: given, params })
          return key ? once(db, actor.account, key, [path, params, given], reserve) : reserve()
        },
        given,
      )
      return reply.status(status).send(await declared.settle(done, { actor }))
    },
  })
}

/** What takes a file: the body is read only after the door, and no longer than it may be. */
function mountUpload(app: FastifyInstance, declared: AnyUpload, { database, admission, limits }: Door) {
  const { path, permission, input, output, status = 200, takes, longest } = declared
  app.register(async (own) => {
    own.removeAllContentTypeParsers()
    own.addContentTypeParser(takes, { parseAs: 'buffer' }, (_, body, done) => done(null, body))
    own.post(path, {
      bodyLimit: longest,
      schema: described(declared, { [status]: output }),
      onRequest: admission.before(permission),
      handler: async (request, reply) => {
        const params = request.params as Record<string, string>
        const actor = request.caller as Actor
        const given = input ? read(input, request.query ?? {}) : undefined
        if (!Buffer.isBuffer(request.body) || request.body.length === 0) throw new Refusal('empty_file')
        await keepPace(limits, declared.limit, actor)
        const type = String(request.headers['content-type']).split(';')[0] as string
        const received = await declared.receive(request.body, { actor, input: given, type })
        const done = await perform(
          database,
          { method: 'POST', permission },
          actor,
          (db, present) => declared.handle({ db, actor: present as Actor, input: given, params, received }),
          given,
        )
        return reply.status(status).send(done)
      },
    })
  })
}

/** A download: every batch of it passes the gate again. */
function mountDownload(app: FastifyInstance, declared: AnyDownload, { database, admission }: Door) {
  app.get(declared.path, {
    schema: described(declared, { 200: z.string() }),
    onRequest: admission.before(declared.permission),
    handler: async (request, reply) => {
      const again = async <T>(work: (db: Tx, actor: Actor) => Promise<T>) => {
        const now = await admission.again(request, declared.permission)
        return within(database, { as: 'account', account: now.account, person: now.person }, (db) =>
          work(db, now),
        )
      }
      const input = declared.input ? read(declared.input, request.query ?? {}) : undefined
      const language = languageOf(request.headers['accept-language'])
      return reply
        .header(
          'content-disposition',
          `${declared.type === 'application/pdf' ? 'inline' : 'attachment'}; filename="${declared.file}"`,
        )
        .type(declared.type)
        .serializer((text: string) => text)
        .send(
          Readable.from(
            await begun(
              declared.write({
                again,
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

/** The same parts, the first of them made already: what goes wrong with it is still answered as a problem. */
async function begun<T>(parts: AsyncIterable<T>): Promise<AsyncIterable<T>> {
  const rest = parts[Symbol.asyncIterator]()
  const first = await rest.next()
  return (async function* () {
    if (!first.done) yield first.value
    yield* { [Symbol.asyncIterator]: () => rest }
  })()
}
