import { shipmentStates } from '../../src/orders/vocabulary.ts'
import { statusFilterReader } from './status-filters.ts'

export type ShipmentState = (typeof shipmentStates)[number]

export const readShipmentFilters = statusFilterReader(shipmentStates)
