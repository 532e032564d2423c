import { z } from 'zod'
import type { DeclaredRoute } from './route.ts'

const ProblemSchema = z
  .object({ type: z.string(), title: z.string(), status: z.int(), code: z.string(), detail: z.string() })
  .meta({ id: 'Problem' })

/** The route's entry in the OpenAPI document. The tests read `x-permission`. */
export function describeRoute(declared: DeclaredRoute, response: Record<number, z.ZodType>) {
  const { input, summary, path } = declared
  const takesBody = 'method' in declared && declared.method !== 'GET' && !('takes' in declared)
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => [name, z.string()] as const)
  return {
    summary,
    tags: [
      path.split('/').filter((part: string) => part && !part.startsWith(':') && part !== 'accounts')[0] ??
        'accounts',
    ],
    'x-permission': declared.permission ?? 'open',
    ...(declared.open && { description: `Open to anybody, ${declared.open}.` }),
    ...('takes' in declared && { consumes: declared.takes }),
    ...('exchange' in declared && { consumes: ['application/sdp'] }),
    ...('reserve' in declared && {
      headers: z.object({
        'idempotency-key': z
          .string()
          .optional()
          .describe('For 24 hours, a repeated request with the same key is not carried out a second time.'),
      }),
    }),
    ...(names.length > 0 && { params: z.object(Object.fromEntries(names)) }),
    ...(input && { [takesBody ? 'body' : 'querystring']: input }),
    response: { ...response, default: ProblemSchema.describe('A problem document (RFC 9457)') },
  }
}
