import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Database, Tx } from '../ground/db.ts'
import { type Scope, within } from '../ground/scope.ts'
import { languageOf } from '../ground/words.ts'
import type { Admission } from './admission.ts'
import type { Actor, Asked, Person, Visitor } from './gate.ts'
import { read } from './input.ts'
import type { Limits } from './limits.ts'
import { membershipShared, present, teamExclusive } from './locks.ts'
import type { Download, Route } from './route.ts'

// biome-ignore lint/suspicious/noExplicitAny: an array of routes with inputs of their own has no narrower type
type AnyRoute = Route<any, any, any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: as above
type AnyDownload = Download<any>

declare module 'fastify' {
  interface FastifyRequest {
    caller: Visitor | Person | Actor
  }
}

/** What stands before every route. */
export type Door = { database: Database; admission: Admission; limits: Limits }

const ProblemSchema = z
  .object({ type: z.string(), title: z.string(), status: z.int(), code: z.string(), detail: z.string() })
  .meta({ id: 'Problem' })

/** Puts the routes behind the door: who, may they, what, do it; in this order, for each of them. */
export function mount(
  app: FastifyInstance,
  routes: readonly AnyRoute[],
  { database, admission, limits }: Door,
) {
  for (const declared of routes) {
    const { method, path, permission, input, output, status = 200 } = declared
    app.route({
      method,
      url: path,
      schema: described(declared, { [status]: output }),
      onRequest: admission.before(permission, declared.whileClosing),
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const params = request.params as Record<string, string>
        const given = input ? read(input, (method === 'GET' ? request.query : request.body) ?? {}) : undefined
        if (declared.limit)
          await limits.take(`${declared.limit.name} ${whose(request.caller)}`, declared.limit)
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
}

const whose = (caller: Visitor | Person) => ('person' in caller ? caller.person : caller.ip)

/** One transaction in the route's scope. A write of a member holds what it rests on, and reads it again. */
function perform<T>(
  database: Database,
  { method, permission, holds, whileClosing, scope }: AnyRoute,
  caller: Visitor | Person | Actor,
  work: (db: Tx, actor: Visitor | Person | Actor) => Promise<T>,
  given: unknown,
): Promise<T> {
  if (!('account' in caller) || !caller.account) {
    const own: Scope = 'person' in caller ? { as: 'person', person: caller.person } : { as: 'public' }
    return within(database, scope?.(given) ?? own, (db) => work(db, caller))
  }
  const { account, person } = caller
  if (method === 'GET') return within(database, { as: 'account', account, person }, (db) => work(db, caller))
  const lock = holds === 'team' ? teamExclusive(account) : membershipShared(account, person)
  return within(
    database,
    { as: 'account', account, person },
    async (db) => work(db, await present(db, caller, permission as Asked, whileClosing)),
    [lock],
    holds === 'team' ? 'team' : 'work',
  )
}

/** Puts a download behind the door: every batch of it passes the gate again. */
export function mountDownload(app: FastifyInstance, declared: AnyDownload, { database, admission }: Door) {
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
        .header('content-disposition', `attachment; filename="${declared.file}"`)
        .type(declared.type)
        .serializer((text: string) => text)
        .send(Readable.from(await begun(declared.write({ again, input, language }))))
    },
  })
}

/** The same parts, the first of them made already: what goes wrong with it is still answered as a problem. */
async function begun(parts: AsyncIterable<string>): Promise<AsyncIterable<string>> {
  const rest = parts[Symbol.asyncIterator]()
  const first = await rest.next()
  return (async function* () {
    if (!first.done) yield first.value
    yield* { [Symbol.asyncIterator]: () => rest }
  })()
}

/** What the API's description says of a route. `x-permission` is what the tests read. */
function described(declared: AnyRoute | AnyDownload, response: Record<number, z.ZodType>) {
  const { input, summary, path } = declared
  const takesBody = 'method' in declared && declared.method !== 'GET'
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => [name, z.string()] as const)
  return {
    summary,
    tags: [
      path.split('/').filter((part: string) => part && !part.startsWith(':') && part !== 'accounts')[0] ??
        'accounts',
    ],
    'x-permission': declared.permission ?? 'open',
    ...(declared.open && { description: `Open to anybody, ${declared.open}.` }),
    ...(names.length > 0 && { params: z.object(Object.fromEntries(names)) }),
    ...(input && { [takesBody ? 'body' : 'querystring']: input }),
    response: { ...response, default: ProblemSchema.describe('A problem document (RFC 9457)') },
  }
}
