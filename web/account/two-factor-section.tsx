import { Badge, Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../shell/section.tsx'
import { useMe } from '../shell/session.ts'
import { TwoFactorOff } from './two-factor-off.tsx'
import { TwoFactorOn } from './two-factor-on.tsx'

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
      {asked === 'on' && <TwoFactorOn close={close} />}
      {asked === 'off' && <TwoFactorOff close={close} />}
    </Section>
  )
}
