import { Stack, Text } from '@mantine/core'
import { IconChevronRight, IconFileText, IconPackage, IconPhoto } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import { LinkNavItem } from '../ui/links.tsx'
import type { Show } from './show-queries.ts'

const edit = '/dashboard/$account/shows/$show/edit'
const steps = [
  { key: 'addProducts', to: '/dashboard/$account/shows/$show/products', icon: IconPackage },
  { key: 'addCover', to: edit, icon: IconPhoto },
  { key: 'addDescription', to: edit, icon: IconFileText },
] as const

/** What the show still lacks, with links; shows nothing if nothing is missing. */
export function ShowSetupSteps({ show }: { show: Show }) {
  const { t } = useTranslation('shows')
  const { id } = useAccount()
  const has = {
    addProducts: show.products > 0,
    addCover: show.cover !== null,
    addDescription: show.description !== '',
  }
  const missing = steps.filter(({ key }) => !has[key])
  if (missing.length === 0) return null
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {t('overview.missing')}
      </Text>
      <div>
        {missing.map(({ key, to, icon: Icon }) => (
          <LinkNavItem
            key={key}
            to={to}
            params={{ account: id, show: show.id }}
            label={t(`overview.${key}`)}
            leftSection={<Icon size="1.25rem" stroke={1.5} aria-hidden />}
            rightSection={<IconChevronRight size="1rem" aria-hidden />}
            className="stagedoor-need"
          />
        ))}
      </div>
    </Stack>
  )
}
