import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../errors/refusal.ts'
import { describeRoute } from './openapi.ts'
import type { AnySdpRoute } from './route.ts'
import { type Door, enforceRateLimit, runInTransaction } from './run-in-transaction.ts'

const sdp = 'application/sdp'
/** Maximum length of an offer in bytes. Browsers send 3 to 8 kB. */
const maxOfferBytes = 20_000

/**
 * Takes the offer of a session and answers it, as WHIP (RFC 9725) and WHEP ask. The caller's rights are checked before
 * the session begins and once more afterwards: if they ended in between, the session ends, too.
 */
export function mountSdpRoute(
  app: FastifyInstance,
  declared: AnySdpRoute,
  { database, admission, limits }: Door,
) {
  const { path, permission } = declared
  app.register(async (own) => {
    own.removeAllContentTypeParsers()
    own.addContentTypeParser(sdp, { parseAs: 'string' }, (_, body, done) => done(null, body))
    own.post(path, {
      bodyLimit: maxOfferBytes,
      schema: describeRoute(declared, { 201: z.string() }),
      serializerCompiler: () => (text) => text as string,
      onRequest: admission.onRequest(permission),
      handler: async (request, reply) => {
        const params = request.params as Record<string, string>
        const requirement = { method: 'POST', permission } as const
        const inTransaction = <T>(work: (context: Parameters<typeof declared.check>[0]) => Promise<T>) =>
          runInTransaction(
            database,
            requirement,
            request.caller,
            (db, actor) => work({ db, actor, params, input: undefined }),
            undefined,
          )
        await enforceRateLimit(limits, declared.limit, request.caller)
        const found = await inTransaction((context) => declared.check(context))
        if (typeof request.body !== 'string') throw new Refusal('bad_offer')
        const { session, answer } = await declared.exchange(request.body, found)
        if (declared.confirm) {
          await inTransaction((context) => declared.confirm?.(context, found) as Promise<void>).catch(
            (error) => {
              declared.undo?.(session)
              throw error
            },
          )
        }
        return reply
          .status(201)
          .header('location', `${request.url.split('?')[0]}/${session}`)
          .type(sdp)
          .send(answer)
      },
    })
  })
}
