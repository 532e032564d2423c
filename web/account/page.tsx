import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAccount, useMay } from '../shell/account.ts'
import { PageHead } from '../shell/page-head.tsx'
import { ProblemAlert } from '../shell/problem-alert.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { Section } from '../shell/section.tsx'
import { ShopSection } from '../shop/shop-section.tsx'
import { accountOf } from './account.ts'
import { DeleteSection } from './delete-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { ProfileSection } from './profile-section.tsx'
import { TwoFactorSection } from './two-factor-section.tsx'
import { YouSection } from './you-section.tsx'

export function AccountPage() {
  const { t } = useTranslation('account')
  const { id, name } = useAccount()
  const may = useMay()
  const { data, error, refetch } = useQuery(accountOf(id))
  const changes = may('account.credentials')
  return (
    <Stack gap="lg">
      <PageHead title={t('title')} lead={changes ? t('leadOwner') : t('leadMember', { account: name })} />
      {!data && (error ? <ProblemAlert problem={error} retry={refetch} /> : <RowsSkeleton of={3} />)}
      {data && changes && <ProfileSection account={data} key={`${data.username} ${data.name}`} />}
      {data && <ShopSection account={data} />}
      <YouSection />
      <PasswordSection />
      <TwoFactorSection />
      {data && !changes && (
        <Section title={t('owner.title')} text={t('owner.text', { owner: data.owner.name })} />
      )}
      {data && <Transfer email={data.supportEmail} />}
      {may('account.delete') && <DeleteSection />}
    </Stack>
  )
}

function Transfer({ email }: { email: string | null }) {
  const { t } = useTranslation('account')
  return (
    <Section title={t('transfer.title')}>
      <Text size="sm">{email ? t('transfer.text', { email }) : t('transfer.noEmail')}</Text>
    </Section>
  )
}
