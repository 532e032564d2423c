import type { ReactNode } from 'react'
import classes from './conversation.module.css'

/** A page that fills the height of the screen. Its parts scroll separately. */
export function FullHeightPage({ children }: { children: ReactNode }) {
  return <div className={classes.page}>{children}</div>
}
