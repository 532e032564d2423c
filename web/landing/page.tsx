import { Box, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PublicPage } from '../shell/public-page.tsx'
import { Points } from './points.tsx'
import { RolesShown } from './roles-shown.tsx'
import { Ways } from './ways.tsx'

/** The page that greets whoever comes without an address in mind. */
export function LandingPage() {
  const { t } = useTranslation('landing')
  return (
    <PublicPage wide title={t('title')} heading={null}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Stack gap="lg">
          <Title order={1}>{t('title')}</Title>
          <Text size="lg">{t('lead')}</Text>
          <Ways />
          <Box pt="md">
            <Points />
          </Box>
        </Stack>
        <RolesShown />
      </SimpleGrid>
      <Text c="dimmed" size="sm">
        {t('open')}
      </Text>
    </PublicPage>
  )
}
