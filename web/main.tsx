import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import '@fontsource-variable/instrument-sans/index.css'
import './theme.css'
import './i18n.ts'
import './lending.ts'
import 'dayjs/locale/fr.js'
import { MantineProvider, mergeThemeOverrides } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import { useTranslation } from 'react-i18next'
import { client } from './client.ts'
import { router } from './router.tsx'
import { cssVariables, theme } from './theme.ts'

function App() {
  const { t, i18n } = useTranslation('shell')
  const close = t('form.close')
  // What closes a notice is a sign alone: its name is the language's.
  const spoken = useMemo(() => {
    const Notification = { defaultProps: { closeButtonProps: { 'aria-label': close } } }
    return mergeThemeOverrides(theme, { components: { Notification } })
  }, [close])
  return (
    <MantineProvider theme={spoken} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1, weekendDays: [] }}>
        <QueryClientProvider client={client}>
          <Notifications position="bottom-center" autoClose={6000} />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}

// The server was renewed while this page was open, and the part asked for has another name now.
window.addEventListener('vite:preloadError', () => window.location.reload())

const element = document.getElementById('root')
if (element) {
  createRoot(element).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
