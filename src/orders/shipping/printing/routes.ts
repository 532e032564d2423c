import { downloadRoute } from '../../../http/route.ts'
import { PrintMany, PrintOne, printShipment, printShipments } from './print-shipments.ts'

const shared = { permission: 'orders.fulfill', type: 'application/pdf' } as const
const all = '/accounts/:account'

/** The routes that print labels and packing slips. */
export const printRoutes = () => [
  downloadRoute({
    ...shared,
    path: `${all}/shipments/:shipment/label.pdf`,
    file: 'label.pdf',
    summary: 'A shipment’s label as PDF (A6)',
    input: PrintOne,
    write: ({ withAccess, input, params, language }) =>
      printShipment('labels', withAccess, params.shipment, input.language ?? language),
  }),
  downloadRoute({
    ...shared,
    path: `${all}/shipments/:shipment/slip.pdf`,
    file: 'packing-slip.pdf',
    summary: 'A shipment’s packing slip as PDF (A5)',
    input: PrintOne,
    write: ({ withAccess, input, params, language }) =>
      printShipment('slips', withAccess, params.shipment, input.language ?? language),
  }),
  downloadRoute({
    ...shared,
    path: `${all}/shipments-labels.pdf`,
    file: 'labels.pdf',
    summary: 'The labels of many shipments as one PDF',
    input: PrintMany,
    write: ({ withAccess, input, language }) =>
      printShipments('labels', withAccess, input, input.language ?? language),
  }),
  downloadRoute({
    ...shared,
    path: `${all}/shipments-slips.pdf`,
    file: 'packing-slips.pdf',
    summary: 'The packing slips of many shipments as one PDF',
    input: PrintMany,
    write: ({ withAccess, input, language }) =>
      printShipments('slips', withAccess, input, input.language ?? language),
  }),
]
