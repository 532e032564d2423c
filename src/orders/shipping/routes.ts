import { z } from 'zod'
import type { Actor } from '../../access/gate.ts'
import { moneyRoute, route, routeAt } from '../../http/route.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { PageOf } from '../../platform/database/keyset-page.ts'
import { inScope, scopeOf } from '../../platform/database/scope.ts'
import { taskRoutes } from '../../tasks/routes.ts'
import { TaskView } from '../../tasks/tasks.ts'
import { BulkShipping, bulkShippingTask, startBulkShipping } from './bulk-shipping.ts'
import { makeLabel, OwnLabel, setTrackingNumber } from './labels.ts'
import { listShipments, ShipmentQuery, ShipmentRow } from './list-shipments.ts'
import {
  measureShipment,
  mergeShipments,
  packShipment,
  ShipmentMeasures,
  ShipmentMerge,
  ShipmentSplit,
  splitShipment,
} from './packing.ts'
import { ScanInput, ScanResult, scanShipment } from './scan-shipment.ts'
import { findShipment, Shipment } from './shipment.ts'
import { changeShipmentStatus, StatusChange } from './shipment-status.ts'

const permission = 'orders.fulfill'
const all = '/accounts/:account/shipments'
const shipmentPath = `${all}/:shipment` as const

type Act<I> = (db: Tx, actor: Actor, shipment: string, input: I) => Promise<unknown>

/** Declares a route that acts on one shipment and answers with the changed shipment. */
const actionRoute = <const P extends string, I extends z.ZodType>(
  path: P,
  summary: string,
  input: I,
  act: Act<z.output<I>>,
) =>
  routeAt(
    `${shipmentPath}/${path}` as `${typeof shipmentPath}/${P}`,
    route({
      method: 'POST',
      path: shipmentPath,
      permission,
      summary,
      input,
      output: Shipment,
      handle: async ({ db, actor, input, params }) => {
        await act(db, actor, params.shipment, input)
        return findShipment(db, actor, params.shipment)
      },
    }),
  )

export const shipmentRoutes = (database: Database) => [
  route({
    method: 'GET',
    path: all,
    permission,
    summary: 'The shipments, the latest first',
    input: ShipmentQuery,
    output: PageOf(ShipmentRow),
    handle: ({ db, actor, input }) => listShipments(db, actor, input),
  }),
  route({
    method: 'GET',
    path: `${all}/scan`,
    permission,
    summary: 'The shipment with a tracking number or an order’s code',
    input: ScanInput,
    output: ScanResult,
    handle: ({ db, actor, input }) => scanShipment(db, actor, input),
  }),
  route({
    method: 'POST',
    path: `${all}/tasks`,
    permission,
    status: 201,
    summary: 'Start one operation on many shipments',
    input: BulkShipping,
    output: TaskView,
    handle: ({ db, actor, input }) => startBulkShipping(db, actor, input),
  }),
  ...taskRoutes(`${all}/tasks`, bulkShippingTask),
  route({
    method: 'GET',
    path: shipmentPath,
    permission,
    summary: 'A shipment with its contents',
    output: Shipment,
    handle: ({ db, actor, params }) => findShipment(db, actor, params.shipment),
  }),
  route({
    method: 'PATCH',
    path: shipmentPath,
    permission,
    summary: 'Set a shipment’s weight and size',
    input: ShipmentMeasures,
    output: Shipment,
    handle: async ({ db, actor, input, params }) => {
      await measureShipment(db, actor, params.shipment, input)
      return findShipment(db, actor, params.shipment)
    },
  }),
  route({
    method: 'POST',
    path: `${shipmentPath}/split`,
    permission,
    status: 201,
    summary: 'Split some of a shipment’s orders into a new shipment; answers with the new one',
    input: ShipmentSplit,
    output: Shipment,
    handle: async ({ db, actor, input, params }) =>
      findShipment(db, actor, await splitShipment(db, actor, params.shipment, input)),
  }),
  actionRoute('merge', 'Move the orders of another shipment into this one', ShipmentMerge, mergeShipments),
  actionRoute(
    'tracking',
    'Enter the tracking number of a label that was bought elsewhere',
    OwnLabel,
    setTrackingNumber,
  ),
  actionRoute('packed', 'Mark a shipment as packed', z.strictObject({}), packShipment),
  actionRoute('progress', 'Set a shipment’s status', StatusChange, changeShipmentStatus),
  moneyRoute({
    path: `${shipmentPath}/label`,
    permission,
    status: 201,
    summary: 'Order a label from the carrier; its price is booked',
    output: Shipment,
    reserve: async ({ db, actor, params }) => {
      const shipment = params.shipment
      await makeLabel(db, actor, shipment)
      return { shipment }
    },
    settle: ({ shipment }, { actor }) =>
      inScope(database, scopeOf(actor), (db) => findShipment(db, actor, shipment)),
  }),
]
