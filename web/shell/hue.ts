import { useMantineTheme } from '@mantine/core'

/** The colour of an account: the same everywhere and for everyone, drawn from its id. */
export function useHue(id: string): string {
  const hues = useMantineTheme().other.accountHues as readonly string[]
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521
  return `var(--mantine-color-${hues[sum % hues.length]}-9)`
}
