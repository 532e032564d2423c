import { Grid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMay } from '../shell/account.ts'
import { CopyField } from '../shell/copy-field.tsx'
import { LinkAnchor } from '../shell/links.tsx'
import { Section } from '../shell/section.tsx'
import { Cover } from './cover.tsx'
import { Facts } from './facts.tsx'
import { Missing } from './missing.tsx'
import { isOver, linkTo, type Show } from './shows.ts'
import { useShown } from './use-shown.ts'

/** What a show is: when, for whom, and what is still missing. */
export function OverviewPage() {
  const { t } = useTranslation('shows')
  const show = useShown()
  const edits = useMay()('shows.manage') && !isOver(show) && !show.rehearsal
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="lg">
          {(show.cover || !show.rehearsal) && <Cover cover={show.cover} size="url" eager />}
          {show.rehearsal && <RehearsalOf show={show} />}
          {edits && <Missing show={show} />}
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
          <Facts show={show} />
          {!show.rehearsal && (
            <CopyField label={t('overview.link')} description={t('overview.linkText')} value={linkTo(show)} />
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
