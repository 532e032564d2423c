import { route } from '../http/route.ts'
import { type FindWaiting, listNotifications, NotificationList } from './list-notifications.ts'
import {
  changeNotificationSetting,
  listNotificationSettings,
  NotificationChange,
  NotificationSettings,
} from './notification-settings.ts'

export const notificationRoutes = (findWaiting: FindWaiting) => [
  route({
    method: 'GET',
    path: '/accounts/:account/notifications',
    permission: 'member',
    summary: 'Your notifications in this account: what you may act on and have not switched off',
    output: NotificationList,
    handle: ({ db, actor }) => listNotifications(db, actor, findWaiting),
  }),
  route({
    method: 'GET',
    path: '/me/notification-settings',
    permission: 'person',
    summary: 'Your settings for the bell and for mails',
    output: NotificationSettings,
    handle: ({ db }) => listNotificationSettings(db),
  }),
  route({
    method: 'PATCH',
    path: '/me/notification-settings',
    permission: 'person',
    summary: 'Change your settings for the bell and for mails',
    input: NotificationChange,
    output: NotificationSettings,
    handle: ({ db, actor, input }) => changeNotificationSetting(db, actor, input),
  }),
]
