import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../layout/page-header.tsx'
import { useMe } from '../session/me-queries.ts'
import { RowsSkeleton } from '../ui/rows-skeleton.tsx'
import { FirstSteps } from './first-steps.tsx'
import { NextShow } from './next-show.tsx'
import { TodoList } from './todo-list.tsx'
import { useNextShow } from './use-next-show.ts'
import { useTodos } from './use-todos.ts'

/** What needs this person's attention now; for a new account, the first steps. */
export function HomePage() {
  const { t } = useTranslation('home')
  const { person } = useMe()
  const { isLoading, todos, steps } = useTodos()
  const next = useNextShow()
  const isQuiet = todos.length === 0 && (steps.length > 0 || next.show !== undefined)
  return (
    <Stack gap="xl">
      <PageHeader title={t('greeting', { name: person.name.split(' ')[0] ?? person.name })} />
      {isLoading || next.isLoading ? (
        <RowsSkeleton of={2} />
      ) : (
        <>
          {next.show && <NextShow show={next.show} />}
          {!isQuiet && <TodoList todos={todos} />}
          {steps.length > 0 && <FirstSteps steps={steps} />}
        </>
      )}
    </Stack>
  )
}
