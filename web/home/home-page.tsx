import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../layout/page-header.tsx'
import { useMe } from '../session/me-queries.ts'
import { FirstSteps } from './first-steps.tsx'
import { NextShow } from './next-show.tsx'
import { TodoList } from './todo-list.tsx'
import { useNextShow } from './use-next-show.ts'
import { useTodos } from './use-todos.ts'

/** What needs this person's attention now; for a new account, the first steps. */
export function HomePage() {
  const { t } = useTranslation('home')
  const { person } = useMe()
  const { todos, steps } = useTodos()
  const next = useNextShow()
  const isQuiet = todos.length === 0 && (steps.length > 0 || next !== undefined)
  return (
    <Stack gap="xl">
      <PageHeader title={t('greeting', { name: person.name.split(' ')[0] ?? person.name })} />
      {next && <NextShow show={next} />}
      {!isQuiet && <TodoList todos={todos} />}
      {steps.length > 0 && <FirstSteps steps={steps} />}
    </Stack>
  )
}
