import type { MantineThemeOverride } from '@mantine/core'

/** The defaults of Mantine's components: quiet, and with transitions under 200 ms. */
export const componentDefaults: NonNullable<MantineThemeOverride['components']> = {
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } },
  Alert: { defaultProps: { radius: 'md' } },
  Anchor: { defaultProps: { underline: 'hover' } },
  Badge: { defaultProps: { variant: 'light', color: 'gray', tt: 'none', fw: 550, radius: 'sm', fz: 'xs' } },
  // The variant is set explicitly, so that Mantine asks the theme for its colours.
  Button: { defaultProps: { variant: 'filled' } },
  Checkbox: { defaultProps: { iconColor: 'var(--mantine-primary-color-contrast)' } },
  // Hints are below their fields, so that fields side by side are aligned.
  InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
  Menu: {
    defaultProps: { shadow: 'md', withInitialFocusPlaceholder: false, transitionProps: { duration: 100 } },
  },
  Modal: {
    defaultProps: {
      // A dialog's header must not count as the page's header.
      attributes: { header: { role: 'none' } },
      transitionProps: { duration: 120 },
      overlayProps: { backgroundOpacity: 0.45 },
    },
  },
  NavLink: { defaultProps: { variant: 'light', color: 'gray' } },
  Paper: { defaultProps: { withBorder: true } },
  Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
  Radio: { defaultProps: { iconColor: 'var(--mantine-primary-color-contrast)' } },
  // The list of options itself scrolls, so that screen readers find one element.
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
