import fastify, { type FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { clockSkewMs } from '../platform/database/database-time.ts'

/**
 * Metrics of the process and its requests for Prometheus, on a port of their own that only the operator can reach.
 */
export function makeMetrics(app: FastifyInstance): FastifyInstance {
  const register = new Registry()
  collectDefaultMetrics({ register })
  new Gauge({
    name: 'stagedoor_clock_skew_seconds',
    help: 'How many seconds this node’s clock is ahead of the database’s; negative if it is behind.',
    registers: [register],
    collect() {
      this.set(clockSkewMs() / 1000)
    },
  })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route. A route is named by its pattern, never by an address that contains ids.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [register],
  })
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    duration.observe(
      { method, route: routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    )
  })
  const metrics = fastify({ logger: false })
  metrics.get('/metrics', async (_, reply) => reply.type(register.contentType).send(await register.metrics()))
  return metrics
}
