import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../shell/copy-field.tsx'
import { LinkAnchor } from '../shell/links.tsx'
import { Section } from '../shell/section.tsx'

/** Where the account's shop is found from outside. */
export function ShopSection({
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
