import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../../data/api.ts'
import { meKeys } from '../../data/query-keys.ts'
import { useAccount } from '../../session/account-context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Section } from '../../ui/section.tsx'
import { ConfirmPassword } from './confirm-password.tsx'
import { DeletionBlockers } from './deletion-blockers.tsx'

/**
 * Deletes an account: first says what will happen, then asks for the password. After that, the closing page is shown.
 */
export function DeleteAccountSection() {
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
      <Dialog
        opened={isAsked}
        onClose={() => setAsked(false)}
        title={t('delete.dialog', { account: name })}
        centered
      >
        <ConfirmPassword
          text={t('delete.text')}
          act={t('delete.confirm')}
          color="red"
          send={(password) =>
            callApi('DELETE /accounts/:account', { params: { account }, input: { password } })
          }
          onwards={(problem) => <DeletionBlockers problem={problem} />}
          done={() => queries.invalidateQueries({ queryKey: meKeys.one() })}
        />
      </Dialog>
    </Section>
  )
}
