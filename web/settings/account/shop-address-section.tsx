import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../../ui/copy-field.tsx'
import { LinkAnchor } from '../../ui/links.tsx'
import { Section } from '../../ui/section.tsx'

/** The public address of the account's shop. */
export function ShopAddressSection({
  account: { name, username },
}: {
  account: { name: string; username: string }
}) {
  const { t } = useTranslation('shop')
  return (
    <Section title={t('link.title')} text={t('link.text', { account: name })}>
      <Stack gap="xs" align="flex-start">
        <CopyField label={t('link.address')} value={`${window.location.origin}/shops/${username}`} />
        <LinkAnchor to="/shops/$username" params={{ username }} size="sm">
          {t('link.open')}
        </LinkAnchor>
      </Stack>
    </Section>
  )
}
