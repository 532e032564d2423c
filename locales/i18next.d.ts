import type { en } from './en/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    // Keys have underscores of their own, and no text depends on i18next's contexts.
    contextSeparator: '~'
    resources: typeof en
  }
}
