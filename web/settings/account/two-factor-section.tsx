import { Badge, Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../session/me-queries.ts'
import { Section } from '../../ui/section.tsx'
import { DisableTwoFactor } from './disable-two-factor.tsx'
import { EnableTwoFactor } from './enable-two-factor.tsx'

export function TwoFactorSection() {
  const { t } = useTranslation('account')
  const { twoFactor } = useMe().person
  const [asked, setAsked] = useState<'on' | 'off'>()
  const close = () => setAsked(undefined)
  const title = (
    <Group gap="xs">
      {t('twoFactor.title')}
      <Badge color={twoFactor ? 'green' : 'gray'}>{t(twoFactor ? 'twoFactor.on' : 'twoFactor.off')}</Badge>
    </Group>
  )
  return (
    <Section title={title} text={t('twoFactor.text')}>
      <Group>
        <Button variant="default" onClick={() => setAsked(twoFactor ? 'off' : 'on')}>
          {t(twoFactor ? 'twoFactor.disable' : 'twoFactor.enable')}
        </Button>
      </Group>
      {asked === 'on' && <EnableTwoFactor close={close} />}
      {asked === 'off' && <DisableTwoFactor close={close} />}
    </Section>
  )
}
