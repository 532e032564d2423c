import { useMantineTheme } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'

/**
 * Whether the screen is narrower than a breakpoint of the theme. Below `sm`, dialogs fill the screen; a table becomes
 * a list where its columns no longer fit beside the navigation.
 */
export const useIsNarrow = (below: 'sm' | 'md' | 'lg' = 'sm') =>
  useMediaQuery(`(max-width: calc(${useMantineTheme().breakpoints[below]} - 0.02em))`, undefined, {
    getInitialValueInEffect: false,
  })
