import { shipmentStatuses } from '../../src/orders/vocabulary.ts'
import { statusFilterReader } from './status-filters.ts'

export type ShipmentStatus = (typeof shipmentStatuses)[number]

export const readShipmentFilters = statusFilterReader(shipmentStatuses)
