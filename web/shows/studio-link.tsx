import type { ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { useAccount } from '../session/account-context.ts'
import { LinkButton } from '../ui/links.tsx'

type Given = Pick<ButtonProps, 'leftSection'> & { show: string; children: ReactNode }

/** A link to the studio, where a host goes live with the camera in view. */
export function StudioLink({ show, ...props }: Given) {
  const { id } = useAccount()
  return <LinkButton to="/dashboard/$account/shows/$show/studio" params={{ account: id, show }} {...props} />
}
