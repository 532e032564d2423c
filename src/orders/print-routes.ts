import { download } from '../door/route.ts'
import { many, one, PrintMany, PrintOne } from './printing.ts'

const shared = { permission: 'orders.fulfill', type: 'application/pdf' } as const
const all = '/accounts/:account'

/** Labels and packing slips, for the printer. */
export const printRoutes = () => [
  download({
    ...shared,
    path: `${all}/shipments/:shipment/label.pdf`,
    file: 'label.pdf',
    summary: 'A parcel’s label as PDF (A6)',
    input: PrintOne,
    write: ({ again, input, params, language }) =>
      one('labels', again, params.shipment as string, input.language ?? language),
  }),
  download({
    ...shared,
    path: `${all}/shipments/:shipment/slip.pdf`,
    file: 'packing-slip.pdf',
    summary: 'A parcel’s packing slip as PDF (A5)',
    input: PrintOne,
    write: ({ again, input, params, language }) =>
      one('slips', again, params.shipment as string, input.language ?? language),
  }),
  download({
    ...shared,
    path: `${all}/shipments-labels.pdf`,
    file: 'labels.pdf',
    summary: 'The labels of many parcels as one PDF',
    input: PrintMany,
    write: ({ again, input, language }) => many('labels', again, input, input.language ?? language),
  }),
  download({
    ...shared,
    path: `${all}/shipments-slips.pdf`,
    file: 'packing-slips.pdf',
    summary: 'The packing slips of many parcels as one PDF',
    input: PrintMany,
    write: ({ again, input, language }) => many('slips', again, input, input.language ?? language),
  }),
]
