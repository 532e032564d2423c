import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import '@fontsource-variable/instrument-sans/index.css'
import './ui/theme.css'
import './i18n/i18n.ts'
import 'dayjs/locale/fr.js'
import { MantineProvider, mergeThemeOverrides } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import { useTranslation } from 'react-i18next'
import { appSlots } from './app-slots.ts'
import { ApiProblem } from './data/api.ts'
import { queryClient } from './data/query-client.ts'
import { SlotsProvider } from './layout/slots.ts'
import { watchOtherTabs } from './messages/outbox/outbox.ts'
import { router } from './router.tsx'
import { theme, themeCssVariables } from './ui/theme.ts'

function App() {
  const { t, i18n } = useTranslation('layout')
  const close = t('form.close')
  // A notification's close button is only an icon, so its label is set in the page's language.
  const spoken = useMemo(() => {
    const Notification = { defaultProps: { closeButtonProps: { 'aria-label': close } } }
    return mergeThemeOverrides(theme, { components: { Notification } })
  }, [close])
  return (
    <MantineProvider theme={spoken} cssVariablesResolver={themeCssVariables} defaultColorScheme="auto">
      <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1, weekendDays: [] }}>
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-center" autoClose={6000} />
          <SlotsProvider value={appSlots}>
            <RouterProvider router={router} />
          </SlotsProvider>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}

// The server was updated while this page was open, and the requested chunk has another name now.
window.addEventListener('vite:preloadError', () => window.location.reload())

watchOtherTabs()

// A refusal by the server is shown on the page and is no fault of the code, so it does not belong into the console.
const onCaughtError = (error: unknown) => {
  if (!(error instanceof ApiProblem)) console.error(error)
}

const element = document.getElementById('root')
if (element) {
  createRoot(element, { onCaughtError }).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
