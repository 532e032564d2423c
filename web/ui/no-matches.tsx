import { Button, EmptyState } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'

type Given = { title: string; text: string; clear: string; onClear: () => void; icon?: ReactNode }

/** Shown if nothing in a list matches the filters, with a button that clears them. */
export function NoMatches({ title, text, clear, onClear, icon = <IconSearchOff aria-hidden /> }: Given) {
  return (
    <EmptyState py="xl" icon={icon} title={title} description={text}>
      <EmptyState.Actions>
        <Button variant="default" onClick={onClear}>
          {clear}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}
