import pg from 'pg'
import { expect } from 'vitest'
import type { Event } from '../../src/ground/bus.ts'
import { may, type Role } from '../../src/permissions.ts'

/** Listens beside the nodes: PostgreSQL tells every listener the same, in the order of the commits. */
export async function listenBeside(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const told: Event[] = []
  client.on('notification', ({ payload }) => told.push(JSON.parse(payload as string)))
  await client.query('listen stagedoor')
  const changes = (events: Event[]) => events.filter((event) => event.kind === 'changed')
  return {
    /**
     * What an open page of the account was to hear before and after the end of an access, by role, once that many
     * products were told of.
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
