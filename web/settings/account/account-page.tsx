import { Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../layout/page-header.tsx'
import { useAccount, useMay } from '../../session/account-context.ts'
import { Section } from '../../ui/section.tsx'
import { AccountProfileSection } from './account-profile-section.tsx'
import { accountQuery } from './account-queries.ts'
import { DeleteAccountSection } from './delete-account-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { PersonSection } from './person-section.tsx'
import { ShopAddressSection } from './shop-address-section.tsx'
import { TwoFactorSection } from './two-factor-section.tsx'

export function AccountPage() {
  const { t } = useTranslation('account')
  const { id, name } = useAccount()
  const may = useMay()
  const { data } = useSuspenseQuery(accountQuery(id))
  const changes = may('account.credentials')
  return (
    <Stack gap="lg">
      <PageHeader title={t('title')} lead={changes ? t('leadOwner') : t('leadMember', { account: name })} />
      {changes && <AccountProfileSection account={data} key={`${data.username} ${data.name}`} />}
      <ShopAddressSection account={data} />
      <PersonSection />
      <PasswordSection />
      <TwoFactorSection />
      {!changes && <Section title={t('owner.title')} text={t('owner.text', { owner: data.owner.name })} />}
      <Transfer email={data.supportEmail} />
      {may('account.delete') && <DeleteAccountSection />}
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
