import { useMantineTheme } from '@mantine/core'

/** The colour of an account, computed from its id: the same everywhere and for everyone. */
export function useAccountColour(id: string): string {
  const hues = useMantineTheme().other.accountHues as readonly string[]
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521
  return `var(--mantine-color-${hues[sum % hues.length]}-9)`
}
