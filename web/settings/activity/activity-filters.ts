import dayjs from 'dayjs'
import { activityAreas } from '../../../src/access/vocabulary.ts'
import { definedParams, oneOf, searchText } from '../../data/search-params.ts'
import { isoDay } from '../../i18n/days.ts'

/** The filters that the address can contain, so that a view can be shared. Days are YYYY-MM-DD. */
export type ActivityFilters = {
  person?: string
  area?: (typeof activityAreas)[number]
  from?: string
  to?: string
}

export const readActivityFilters = (given: Record<string, unknown>): ActivityFilters =>
  definedParams({
    person: searchText(given.person),
    area: oneOf(activityAreas, given.area),
    from: isoDay(given.from),
    to: isoDay(given.to),
  })

/** The same as input of the API: the chosen days are those of the reader's time zone, not of UTC. */
export const toActivityQuery = ({ from, to, ...rest }: ActivityFilters) => ({
  ...rest,
  ...(from && { from: dayjs(from).startOf('day').toISOString() }),
  ...(to && { to: dayjs(to).endOf('day').toISOString() }),
})
