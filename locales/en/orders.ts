/** Orders and parcels, on the seller's side: pages, and what is printed. */
export const orders = {
  paper: {
    sandbox: 'SANDBOX — not valid for postage',
    from: 'From',
    to: 'To',
    weight: 'Weight: {{weight}}',
    orders: 'Orders: {{codes}}',
    slip: 'Packing slip',
    pieces_one: 'One piece',
    pieces_other: '{{count}} pieces',
    tracking: 'Tracking number: {{number}}',
    none: {
      labels: 'There is no label to print: none of these parcels has one of ours.',
      slips: 'There is no packing slip to print: no parcel waits to be packed.',
    },
  },
} as const
