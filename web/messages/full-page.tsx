import type { ReactNode } from 'react'
import classes from './messages.module.css'

/** A page that is as high as the screen leaves room for: its parts scroll by themselves. */
export function FullPage({ children }: { children: ReactNode }) {
  return <div className={classes.page}>{children}</div>
}
