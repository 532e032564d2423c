import { Button, type ButtonProps } from '@mantine/core'
import { useAccount } from '../shell/account.ts'

type Given = ButtonProps & { show: string }

/** Where a show is hosted: going live itself happens there, with the camera in view. */
export function StudioLink({ show, ...props }: Given) {
  const { id } = useAccount()
  return <Button component="a" href={`/dashboard/${id}/shows/${show}/studio`} {...props} />
}
