import { inboxViews } from '../../../src/messages/vocabulary.ts'
import { definedParams, oneOf, searchText } from '../../data/search-params.ts'

export type InboxView = (typeof inboxViews)[number]

/** The filters that the inbox's address can contain, so that a view can be shared. */
export type InboxFilters = { view?: InboxView; search?: string }

export function readInboxFilters(given: Record<string, unknown>): InboxFilters {
  const view = oneOf(inboxViews, given.view)
  return definedParams({ view: view === 'all' ? undefined : view, search: searchText(given.search) })
}
