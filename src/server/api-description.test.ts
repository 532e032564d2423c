import { expect, test } from 'vitest'
import { openWorld } from '../../test/support/test-world.ts'

test('the meaning of a field reaches the description of the API', async () => {
  const world = await openWorld()
  const { statusCode, body } = await world.app.inject('/api/openapi.json')
  await world.stop()
  expect(statusCode).toBe(200)
  const { schemas } = JSON.parse(body).components
  expect(schemas.Order.properties.refundable.description).toBe(
    'The part of the payment that can still be refunded.',
  )
})
