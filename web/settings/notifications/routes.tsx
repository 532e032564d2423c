import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadPage } from '../../layout/page-loader.ts'
import { settingsRoute } from '../../layout/root-routes.tsx'
import { notificationSettingsQuery } from './notification-setting-queries.ts'

export const notificationSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'notifications',
  loader: loadPage(() => [notificationSettingsQuery]),
  component: lazyRouteComponent(() => import('./notification-settings-page.tsx'), 'NotificationSettingsPage'),
})
