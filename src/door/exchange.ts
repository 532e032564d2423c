import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { described } from './describe.ts'
import { Refusal } from './errors.ts'
import { type Door, keepPace, perform } from './perform.ts'
import type { AnyExchange } from './route.ts'

const sdp = 'application/sdp'
/** Bytes of an offer. Browsers' have 3 to 8 kB. */
const longest = 20_000

/**
 * An offer of a session, and its answer: WHIP (RFC 9725) and WHEP. What it asks is asked before and, once the
 * session stands, once more: a right that ended between the two ends the session again.
 */
export function mountExchange(
  app: FastifyInstance,
  declared: AnyExchange,
  { database, admission, limits }: Door,
) {
  const { path, permission } = declared
  app.register(async (own) => {
    own.removeAllContentTypeParsers()
    own.addContentTypeParser(sdp, { parseAs: 'string' }, (_, body, done) => done(null, body))
    own.post(path, {
      bodyLimit: longest,
      schema: described(declared, { 201: z.string() }),
      serializerCompiler: () => (text) => text as string,
      onRequest: admission.before(permission),
      handler: async (request, reply) => {
        const params = request.params as Record<string, string>
        const asking = { method: 'POST', permission } as const
        const once = <T>(work: (given: Parameters<typeof declared.check>[0]) => Promise<T>) =>
          perform(
            database,
            asking,
            request.caller,
            (db, actor) => work({ db, actor, params, input: undefined }),
            undefined,
          )
        await keepPace(limits, declared.limit, request.caller)
        const found = await once((given) => declared.check(given))
        if (typeof request.body !== 'string') throw new Refusal('bad_offer')
        const { session, answer } = await declared.exchange(request.body, found)
        if (declared.confirm) {
          await once((given) => declared.confirm?.(given, found) as Promise<void>).catch((error) => {
            declared.undo?.(session)
            throw error
          })
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
