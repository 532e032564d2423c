import { Grid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMay } from '../session/account-context.ts'
import { CopyField } from '../ui/copy-field.tsx'
import { LinkAnchor } from '../ui/links.tsx'
import { Section } from '../ui/section.tsx'
import { ShowCover } from './show-cover.tsx'
import { ShowFacts } from './show-facts.tsx'
import { isShowOver, publicShowUrl, type Show } from './show-queries.ts'
import { ShowSetupSteps } from './show-setup-steps.tsx'
import { useOpenShow } from './use-open-show.ts'

/** The overview of a show: its time, its discoverability, and what is still missing. */
export function ShowOverviewPage() {
  const { t } = useTranslation('shows')
  const show = useOpenShow()
  const edits = useMay()('shows.manage') && !isShowOver(show) && !show.rehearsal
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="lg">
          {(show.cover || !show.rehearsal) && <ShowCover cover={show.cover} size="url" eager />}
          {show.rehearsal && <RehearsalOf show={show} />}
          {edits && <ShowSetupSteps show={show} />}
          <Section title={t('overview.description')}>
            {show.description ? (
              <Text className="stagedoor-breaks stagedoor-lines">{show.description}</Text>
            ) : (
              <Text c="dimmed">{t('overview.noDescription')}</Text>
            )}
          </Section>
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="lg">
          <ShowFacts show={show} />
          {!show.rehearsal && (
            <CopyField
              label={t('overview.link')}
              description={t('overview.linkText')}
              value={publicShowUrl(show)}
            />
          )}
        </Stack>
      </Grid.Col>
    </Grid>
  )
}

function RehearsalOf({ show }: { show: Show }) {
  const { t } = useTranslation('shows')
  return (
    <Stack gap="xs">
      <Text>{t('overview.rehearsalOf')}</Text>
      {show.rehearses && (
        <LinkAnchor
          from="/dashboard/$account/shows/$show"
          to="/dashboard/$account/shows/$show"
          params={{ show: show.rehearses }}
        >
          {t('overview.rehearsed')}
        </LinkAnchor>
      )}
    </Stack>
  )
}
