import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'
import { componentDefaults } from './theme-defaults.ts'

/** The greys of the light theme. */
const gray: MantineColorsTuple = [
  '#f7f7f5',
  '#efeeeb',
  '#e4e3df',
  '#d3d1cc',
  '#b5b2ac',
  '#8b8881',
  '#66635d',
  '#4a4843',
  '#32302d',
  '#1d1c1a',
]
/** The greys of the dark theme, the lightest first. */
const dark: MantineColorsTuple = [
  '#eceae5',
  '#cfccc6',
  '#aba8a1',
  '#8b8881',
  '#4a4843',
  '#363430',
  '#252421',
  '#191816',
  '#121110',
  '#0b0a09',
]
/** The accent colour. */
const amber: MantineColorsTuple = [
  '#fff6e5',
  '#ffe9c2',
  '#ffd88f',
  '#ffc658',
  '#ffb52e',
  '#f2a113',
  '#c67a00',
  '#945800',
  '#7a4900',
  '#5c3700',
]
/** The colour of actions that remove or end something. */
const red: MantineColorsTuple = [
  '#fef1f0',
  '#fde0dd',
  '#fbc5bf',
  '#f9a39a',
  '#f7867b',
  '#e5584b',
  '#cf3a2c',
  '#b42318',
  '#8f1d14',
  '#6b160f',
]
/** The colour of money that comes in, and of “live”. */
const green: MantineColorsTuple = [
  '#ecf8f1',
  '#d3f0df',
  '#a9e2c1',
  '#7bd2a1',
  '#52c083',
  '#2fa566',
  '#1f8a53',
  '#177245',
  '#115a36',
  '#0c4328',
]

/** The colours of accounts, for the bar and the avatar. White text on each has a contrast of 4.5 : 1 or better. */
const accountHues = ['indigo', 'teal', 'grape', 'cyan', 'pink', 'violet'] as const

/** The accent is bright in both themes and has dark text. Other colours are resolved as Mantine does. */
const variantColorResolver: VariantColorsResolver = (given) => {
  const usual = defaultVariantColorsResolver(given)
  const isAmber = (given.color ?? given.theme.primaryColor) === 'amber'
  if (given.variant !== 'filled' || !isAmber) return usual
  return {
    ...usual,
    background: 'var(--mantine-color-amber-4)',
    hover: 'var(--mantine-color-amber-5)',
    color: gray[9],
  }
}

const headings = { h1: ['1.75rem', '1.25'], rest: ['1.1875rem', '1.35'] } as const
const [first, other] = [
  { fontSize: headings.h1[0], lineHeight: headings.h1[1] },
  { fontSize: headings.rest[0], lineHeight: headings.rest[1] },
]
const fontFamily = "'Instrument Sans Variable', ui-sans-serif, system-ui, sans-serif"

export const theme = createTheme({
  colors: { gray, dark, amber, red, green },
  primaryColor: 'amber',
  primaryShade: { light: 7, dark: 4 },
  black: gray[9],
  variantColorResolver,
  fontFamily,
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.125rem' },
  fontWeights: { regular: '400', medium: '550', bold: '650' },
  headings: {
    fontFamily,
    fontWeight: '620',
    textWrap: 'balance',
    sizes: { h1: first, h2: other, h3: other, h4: other, h5: other, h6: other },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' },
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1.5rem' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: componentDefaults,
  other: {
    accountHues,
    /** Widths of a form, a page, a page with a table, and the side navigation; heights of the bars. */
    size: {
      card: '27rem',
      page: '68rem',
      side: '14rem',
      header: '3.5rem',
      bottom: '4rem',
      bar: '2rem',
      headerAndBar: '5.5rem',
    },
  },
})

/** Filled red and green are dark enough in both themes for white text. */
const filled = {
  '--mantine-color-red-filled': red[7],
  '--mantine-color-red-filled-hover': red[8],
  '--mantine-color-green-filled': green[7],
  '--mantine-color-green-filled-hover': green[8],
}

/** The tokens that differ from Mantine's in one of the themes. Their contrast is checked in both. */
export const themeCssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--stagedoor-form': '34rem',
    '--stagedoor-reading': '60ch',
    '--stagedoor-screen': '100dvh',
    '--stagedoor-tall': '65dvh',
    '--stagedoor-explained': 'min(24rem, calc(100vw - 2rem))',
    '--stagedoor-search': '24rem',
    '--stagedoor-menu': '17rem',
    '--stagedoor-column': '12rem',
    '--stagedoor-choice': '9.5rem',
    '--stagedoor-affix': '5rem',
    '--stagedoor-sign': '3rem',
    '--stagedoor-row': '3rem',
    '--stagedoor-mark': '2rem',
    '--stagedoor-chart': '15rem',
    '--stagedoor-above': 'calc(var(--app-shell-footer-height, 0px) + var(--mantine-spacing-md))',
  },
  light: {
    ...filled,
    '--mantine-color-body': '#fdfdfc',
    '--mantine-color-default': '#ffffff',
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': '#716e67',
    '--mantine-color-error': red[7],
    '--mantine-color-success': green[7],
    '--mantine-color-anchor': amber[7],
    '--mantine-color-default-border': gray[3],
    '--mantine-primary-color-contrast': '#ffffff',
    '--mantine-color-disabled-color': gray[5],
    '--mantine-color-amber-light': amber[1],
    '--mantine-color-amber-light-hover': amber[0],
    '--mantine-color-amber-light-color': amber[8],
    '--mantine-color-red-light': red[0],
    '--mantine-color-red-light-hover': red[0],
    '--mantine-color-red-light-color': red[7],
    '--mantine-color-green-light': green[0],
    '--mantine-color-green-light-color': green[8],
    '--mantine-color-gray-light': gray[1],
    '--mantine-color-gray-light-hover': gray[1],
    '--mantine-color-gray-light-color': gray[7],
    '--stagedoor-line': gray[2],
    '--stagedoor-bar': amber[6],
    '--stagedoor-quiet': gray[0],
  },
  dark: {
    ...filled,
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': '#98958e',
    '--mantine-color-error': red[4],
    '--mantine-color-success': green[4],
    '--mantine-color-anchor': amber[4],
    '--mantine-color-default-border': dark[4],
    '--mantine-primary-color-contrast': gray[9],
    '--mantine-color-disabled-color': dark[3],
    '--mantine-color-amber-light': '#3a2c12',
    '--mantine-color-amber-light-hover': '#2b2214',
    '--mantine-color-amber-light-color': amber[3],
    '--mantine-color-red-light': '#3b1a17',
    '--mantine-color-red-light-hover': '#2b1614',
    '--mantine-color-red-light-color': red[3],
    '--mantine-color-green-light': '#11301f',
    '--mantine-color-green-light-color': green[3],
    '--mantine-color-gray-light': dark[5],
    '--mantine-color-gray-light-hover': dark[6],
    '--mantine-color-gray-light-color': dark[1],
    '--stagedoor-line': dark[5],
    '--stagedoor-bar': amber[4],
    '--stagedoor-quiet': dark[8],
  },
})
