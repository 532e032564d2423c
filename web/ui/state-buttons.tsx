import { Button, Group } from '@mantine/core'

type Given<State extends string> = {
  label: string
  states: readonly State[]
  shown: State
  name: (state: State) => string
  show: (state: State) => void
}

/** Buttons that filter a list by state. */
export function StateButtons<State extends string>({ label, states, shown, name, show }: Given<State>) {
  return (
    <Group component="fieldset" aria-label={label} gap={4} className="stagedoor-states">
      {states.map((state) => (
        <Button
          key={state}
          size="compact-sm"
          variant={state === shown ? 'light' : 'subtle'}
          color={state === shown ? 'amber' : 'gray'}
          aria-pressed={state === shown}
          onClick={() => show(state)}
        >
          {name(state)}
        </Button>
      ))}
    </Group>
  )
}
