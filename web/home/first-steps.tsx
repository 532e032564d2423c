import { Stack, Title } from '@mantine/core'
import { IconChevronRight, IconPackage, IconShieldLock, IconUserPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../session/account-context.ts'
import { LinkNavItem } from '../ui/links.tsx'
import type { FirstStep } from './use-todos.ts'

const places = {
  product: { to: '/dashboard/$account/inventory/new', icon: IconPackage },
  invite: { to: '/dashboard/$account/settings/team', icon: IconUserPlus },
  twoFactor: { to: '/dashboard/$account/settings/account', icon: IconShieldLock },
} as const

export function FirstSteps({ steps }: { steps: FirstStep[] }) {
  const { t } = useTranslation('home')
  const { id } = useAccount()
  return (
    <Stack component="section" gap="sm" aria-label={t('steps')} maw="var(--stagedoor-form)">
      <Title order={2}>{t('steps')}</Title>
      <div>
        {steps.map((step) => {
          const { to, icon: Icon } = places[step]
          return (
            <LinkNavItem
              key={step}
              to={to}
              params={{ account: id }}
              label={t(`step.${step}`)}
              description={t(`step.${step}Text`)}
              leftSection={<Icon aria-hidden stroke={1.5} />}
              rightSection={<IconChevronRight size="1rem" aria-hidden />}
              className="stagedoor-need"
            />
          )
        })}
      </div>
    </Stack>
  )
}
