import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../shell/page-head.tsx'
import { RowsSkeleton } from '../shell/rows-skeleton.tsx'
import { useMe } from '../shell/session.ts'
import { FirstSteps } from './first-steps.tsx'
import { Needs } from './needs.tsx'
import { NextShow } from './next-show.tsx'
import { useNeeds } from './use-needs.ts'
import { useNextShow } from './use-next-show.ts'

/** What needs this person now; for a new account, where to begin. */
export function HomePage() {
  const { t } = useTranslation('dashboard')
  const { person } = useMe()
  const { isLoading, needs, steps } = useNeeds()
  const next = useNextShow()
  const isQuiet = needs.length === 0 && (steps.length > 0 || next.show !== undefined)
  return (
    <Stack gap="xl">
      <PageHead title={t('greeting', { name: person.name.split(' ')[0] ?? person.name })} />
      {isLoading || next.isLoading ? (
        <RowsSkeleton of={2} />
      ) : (
        <>
          {next.show && <NextShow show={next.show} />}
          {!isQuiet && <Needs needs={needs} />}
          {steps.length > 0 && <FirstSteps steps={steps} />}
        </>
      )}
    </Stack>
  )
}
