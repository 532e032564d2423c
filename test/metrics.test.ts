import { expect, test } from 'vitest'
import { findFreePort } from './support/postgres-server.ts'
import { openWorld } from './support/test-world.ts'

test('metrics have their own port, and contain routes but no ids or tokens', async () => {
  const port = await findFreePort()
  const world = await openWorld({ METRICS_PORT: String(port) })
  await world.app.inject('/api/v1/accounts/acc_of_somebody/members')
  expect((await world.app.inject('/metrics')).body).not.toContain('http_request_duration_seconds')
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  expect(text).toContain('route="/api/v1/accounts/:account/members",status="401"')
  expect(text).not.toContain('acc_of_somebody')
  await world.stop()
})
