import pg from 'pg'
import { expect } from 'vitest'
import { may, type Role } from '../../../src/permissions.ts'
import type { Event } from '../../../src/platform/events.ts'

/** Listens to the same events as the nodes. PostgreSQL sends every listener the same, in the order of the commits. */
export async function listenToEvents(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const told: Event[] = []
  client.on('notification', ({ payload }) => told.push(JSON.parse(payload as string)))
  await client.query('listen stagedoor')
  const changes = (events: Event[]) => events.filter((event) => event.kind === 'changed')
  return {
    /**
     * The events that an open page must receive before and after an access ends, by role, once this many products
     * were announced.
     */
    async inOrder(account: string, products: number) {
      const ofTheAccount = () =>
        told.filter((event) => event.kind !== 'sessions' && event.account === account)
      const toldOf = () => changes(ofTheAccount()).filter(({ what }) => what === 'products').length
      await expect.poll(toldOf, { timeout: 10_000 }).toBe(products)
      await client.end()
      const end = ofTheAccount().findIndex((event) => event.kind === 'access' && event.ended)
      const heardBy = (events: Event[]) => (role: Role) =>
        changes(events)
          .filter(({ permission }) => !permission || may(role, permission))
          .map(({ what }) => what)
      return { before: heardBy(ofTheAccount().slice(0, end)), after: heardBy(ofTheAccount().slice(end)) }
    },
  }
}
