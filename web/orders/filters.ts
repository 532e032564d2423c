export const orderStates = [
  'to_ship',
  'pending',
  'pending_fulfillment',
  'completed',
  'cancelled',
  'failed',
] as const
export const parcelStates = [
  'created',
  'label_generated',
  'dropped_off',
  'in_transit',
  'delivered',
  'failed',
  'cancelled',
] as const
export const requestStates = ['open', 'settled'] as const

export type OrderState = (typeof orderStates)[number]
export type ParcelState = (typeof parcelStates)[number]
export type RequestState = (typeof requestStates)[number]

/** What the address of a list may hold, so that a view can be shared. */
export type Filters<State extends string> = { search?: string; status?: State }

const reader =
  <State extends string>(states: readonly State[]) =>
  (search: Record<string, unknown>): Filters<State> => {
    const status = states.find((one) => one === search.status)
    const text = search.search
    // A code of digits alone arrives as a number.
    const asked = typeof text === 'number' ? String(text) : text
    return {
      ...(typeof asked === 'string' && asked !== '' && { search: asked }),
      ...(status && { status }),
    }
  }

export const readOrderFilters = reader(orderStates)
export const readParcelFilters = reader(parcelStates)

export function readRequestFilter(search: Record<string, unknown>): { state?: RequestState } {
  const state = requestStates.find((one) => one === search.state)
  return state ? { state } : {}
}
