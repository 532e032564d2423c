import { Box, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PublicPage } from '../layout/public-page.tsx'
import { GetStartedLinks } from './get-started-links.tsx'
import { ProductPromises } from './product-promises.tsx'
import { RolePreview } from './role-preview.tsx'

/** The start page. */
export function LandingPage() {
  const { t } = useTranslation('landing')
  return (
    <PublicPage wide title={t('title')} heading={null}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Stack gap="lg">
          <Title order={1}>{t('title')}</Title>
          <Text size="lg">{t('lead')}</Text>
          <GetStartedLinks />
          <Box pt="md">
            <ProductPromises />
          </Box>
        </Stack>
        <RolePreview />
      </SimpleGrid>
      <Text c="dimmed" size="sm">
        {t('open')}
      </Text>
    </PublicPage>
  )
}
