import { Button, Group } from '@mantine/core'

type Given<Choice extends string> = {
  label: string
  choices: readonly Choice[]
  shown: Choice
  name: (choice: Choice) => string
  show: (choice: Choice) => void
}

/** Buttons that filter a list, one for each choice. */
export function FilterButtons<Choice extends string>({ label, choices, shown, name, show }: Given<Choice>) {
  return (
    <Group component="fieldset" aria-label={label} gap={4} className="stagedoor-filters">
      {choices.map((choice) => (
        <Button
          key={choice}
          size="compact-sm"
          variant={choice === shown ? 'light' : 'subtle'}
          color={choice === shown ? 'amber' : 'gray'}
          aria-pressed={choice === shown}
          onClick={() => show(choice)}
        >
          {name(choice)}
        </Button>
      ))}
    </Group>
  )
}
