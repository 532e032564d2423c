import type { ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { useAccount } from '../shell/account.ts'
import { LinkButton } from '../shell/links.tsx'

type Given = Pick<ButtonProps, 'leftSection'> & { show: string; children: ReactNode }

/** Where a show is hosted: going live itself happens there, with the camera in view. */
export function StudioLink({ show, ...props }: Given) {
  const { id } = useAccount()
  return <LinkButton to="/dashboard/$account/shows/$show/studio" params={{ account: id, show }} {...props} />
}
