import { useMantineTheme } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'

/** A phone's width: tables become lists, dialogs become sheets. */
export const useNarrow = () =>
  useMediaQuery(`(max-width: calc(${useMantineTheme().breakpoints.sm} - 0.02em))`, undefined, {
    getInitialValueInEffect: false,
  })
