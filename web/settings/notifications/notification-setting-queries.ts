import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Answer, callApi, type Input } from '../../data/api.ts'
import { meKeys, notificationKeys } from '../../data/query-keys.ts'

export type NotificationSetting = Answer<'GET /me/notification-settings'>['items'][number]
export type NotificationSettingChange = Input<'PATCH /me/notification-settings'>['input']

export const notificationSettingsQuery = queryOptions({
  queryKey: meKeys.notificationSettings(),
  queryFn: () => callApi('GET /me/notification-settings'),
})

/** Changes a setting. The bells are then refetched. */
export function useChangeNotificationSetting() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: NotificationSettingChange) => callApi('PATCH /me/notification-settings', { input }),
    onSuccess: (changed) => {
      queries.setQueryData(notificationSettingsQuery.queryKey, changed)
      return queries.invalidateQueries({ predicate: ({ queryKey }) => notificationKeys.isOne(queryKey) })
    },
  })
}
