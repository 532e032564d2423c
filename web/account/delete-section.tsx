import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api.ts'
import { useAccount } from '../shell/account.ts'
import { Section } from '../shell/section.tsx'
import { Sheet } from '../shell/sheet.tsx'
import { OpenThings } from './open-things.tsx'
import { PasswordStep } from './password-step.tsx'

/** The end of an account: what will happen, then the password. The closing page takes over after it. */
export function DeleteSection() {
  const { t } = useTranslation('account')
  const { id: account, name } = useAccount()
  const queries = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  return (
    <Section title={t('delete.title')} text={t('delete.text')}>
      <Group>
        <Button variant="light" color="red" onClick={() => setAsked(true)}>
          {t('delete.open')}
        </Button>
      </Group>
      <Sheet
        opened={isAsked}
        onClose={() => setAsked(false)}
        title={t('delete.dialog', { account: name })}
        centered
      >
        <PasswordStep
          text={t('delete.text')}
          act={t('delete.confirm')}
          color="red"
          send={(password) => call('DELETE /accounts/:account', { params: { account }, input: { password } })}
          onwards={(problem) => <OpenThings problem={problem} />}
          done={() => queries.invalidateQueries({ queryKey: ['me'] })}
        />
      </Sheet>
    </Section>
  )
}
