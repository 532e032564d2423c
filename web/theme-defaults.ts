import type { MantineThemeOverride } from '@mantine/core'

/** How Mantine's components behave here unless a page says otherwise: quiet, and quick (under 200 ms). */
export const defaults: NonNullable<MantineThemeOverride['components']> = {
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
  Alert: { defaultProps: { radius: 'md' } },
  Anchor: { defaultProps: { underline: 'hover' } },
  Badge: { defaultProps: { variant: 'light', color: 'gray', tt: 'none', fw: 550, radius: 'sm', fz: 'xs' } },
  // The variant is named so that the theme's own colours for it are asked for.
  Button: { defaultProps: { variant: 'filled' } },
  Checkbox: { defaultProps: { iconColor: 'var(--mantine-primary-color-contrast)' } },
  // Hints stand below their fields, so that fields beside each other stand on one line.
  InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
  Menu: {
    defaultProps: { shadow: 'md', withInitialFocusPlaceholder: false, transitionProps: { duration: 100 } },
  },
  Modal: {
    defaultProps: {
      // Its header is not the page's.
      attributes: { header: { role: 'none' } },
      transitionProps: { duration: 120 },
      overlayProps: { backgroundOpacity: 0.45 },
    },
  },
  NavLink: { defaultProps: { variant: 'light', color: 'gray' } },
  Paper: { defaultProps: { withBorder: true } },
  Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
  Radio: { defaultProps: { iconColor: 'var(--mantine-primary-color-contrast)' } },
  // The list of options itself scrolls, so that it is one thing to those who hear it.
  Select: {
    defaultProps: { allowDeselect: false, comboboxProps: { shadow: 'md' }, withScrollArea: false },
    styles: { options: { maxHeight: '15rem', overflowY: 'auto' } },
  },
  Skeleton: { defaultProps: { radius: 'sm' } },
  Table: { defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'sm' } },
  Tooltip: {
    defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: true } },
  },
}
