import { Button, EmptyState } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'

type Given = { title: string; text: string; clear: string; onClear: () => void; icon?: ReactNode }

/** A list of which the filters leave nothing, and the way back to all of it. */
export function NoMatch({ title, text, clear, onClear, icon = <IconSearchOff aria-hidden /> }: Given) {
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
