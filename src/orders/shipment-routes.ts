import { z } from 'zod'
import type { Actor } from '../door/gate.ts'
import { moneyRoute, route } from '../door/route.ts'
import { taskRoutes } from '../door/task-routes.ts'
import { TaskView } from '../door/tasks.ts'
import type { Database, Tx } from '../ground/db.ts'
import { Page } from '../ground/page.ts'
import { within } from '../ground/scope.ts'
import * as bulk from './bulk.ts'
import * as packing from './packing.ts'
import * as progress from './progress.ts'
import * as scanning from './scanning.ts'
import * as sending from './sending.ts'
import { find, Shipment } from './shipment.ts'
import * as shipments from './shipments.ts'
import { ShipmentRow } from './shipments.ts'

const permission = 'orders.fulfill'
const all = '/accounts/:account/shipments'
const one = `${all}/:shipment` as const

type Act<I> = (db: Tx, actor: Actor, shipment: string, input: I) => Promise<unknown>

/** An act on one parcel, which answers with how it stands then. */
const acting = <const P extends string, I extends z.ZodType>(
  path: P,
  summary: string,
  input: I,
  act: Act<z.output<I>>,
) =>
  route({
    method: 'POST',
    path: `${one}/${path}` as `${typeof one}/${P}`,
    permission,
    summary,
    input,
    output: Shipment,
    handle: async ({ db, actor, input, params }) => {
      await act(db, actor, params.shipment as string, input)
      return find(db, actor, params.shipment as string)
    },
  })

export const shipmentRoutes = (database: Database) => [
  route({
    method: 'GET',
    path: all,
    permission,
    summary: 'The parcels, the latest first',
    input: shipments.ShipmentQuery,
    output: Page(ShipmentRow),
    handle: ({ db, actor, input }) => shipments.list(db, actor, input),
  }),
  route({
    method: 'GET',
    path: `${all}/scan`,
    permission,
    summary: 'The parcel that a tracking number or an order’s code leads to',
    input: scanning.Scan,
    output: scanning.Scanned,
    handle: ({ db, actor, input }) => scanning.scan(db, actor, input),
  }),
  route({
    method: 'POST',
    path: `${all}/tasks`,
    permission,
    status: 201,
    summary: 'Do one thing to many parcels',
    input: bulk.Bulk,
    output: TaskView,
    handle: ({ db, actor, input }) => bulk.start(db, actor, input),
  }),
  ...taskRoutes(`${all}/tasks`, bulk.bulkShipping),
  route({
    method: 'GET',
    path: one,
    permission,
    summary: 'A parcel with what is in it',
    output: Shipment,
    handle: ({ db, actor, params }) => find(db, actor, params.shipment as string),
  }),
  route({
    method: 'PATCH',
    path: one,
    permission,
    summary: 'Set a parcel’s weight and size',
    input: packing.Measures,
    output: Shipment,
    handle: async ({ db, actor, input, params }) => {
      await packing.measure(db, actor, params.shipment as string, input)
      return find(db, actor, params.shipment as string)
    },
  }),
  route({
    method: 'POST',
    path: `${one}/split`,
    permission,
    status: 201,
    summary: 'Send some of a parcel’s orders in a parcel of their own; answers with that one',
    input: packing.Split,
    output: Shipment,
    handle: async ({ db, actor, input, params }) =>
      find(db, actor, await packing.split(db, actor, params.shipment as string, input)),
  }),
  acting('merge', 'Put what another parcel holds into this one', packing.Merge, packing.merge),
  acting('tracking', 'Enter the tracking number of a label of one’s own', sending.OwnLabel, sending.track),
  acting('packed', 'Say that a parcel is packed', z.strictObject({}), packing.pack),
  acting('progress', 'Say how far a parcel has come', progress.Progress, progress.progress),
  moneyRoute({
    path: `${one}/label`,
    permission,
    status: 201,
    summary: 'Have the carrier make a label, whose cost is booked',
    output: Shipment,
    reserve: async ({ db, actor, params }) => {
      const shipment = params.shipment as string
      await sending.label(db, actor, shipment)
      return { shipment }
    },
    settle: ({ shipment }, { actor: { account, person } }) =>
      within(database, { as: 'account', account, person }, (db) => find(db, { account }, shipment)),
  }),
]
