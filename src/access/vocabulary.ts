/** Areas that activity can be filtered by. */
export const activityAreas = [
  'team',
  'account',
  'inventory',
  'shows',
  'orders',
  'messages',
  'spending',
  'money',
  'door',
] as const
export type ActivityArea = (typeof activityAreas)[number]
