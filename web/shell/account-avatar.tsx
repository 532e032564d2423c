import { Avatar } from '@mantine/core'
import { useHue } from './hue.ts'

/** The account's sign: its first letter in its colour. Its name always stands beside it. */
export function AccountAvatar({
  account,
  size = 'sm',
}: {
  account: { id: string; name: string }
  size?: string
}) {
  const hue = useHue(account.id)
  return (
    <Avatar
      aria-hidden
      size={size}
      radius="sm"
      variant="filled"
      styles={{ placeholder: { background: hue, color: 'var(--mantine-color-white)' } }}
    >
      {account.name.trim().slice(0, 1).toUpperCase()}
    </Avatar>
  )
}
