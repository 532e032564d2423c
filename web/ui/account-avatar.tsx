import { Avatar } from '@mantine/core'
import { useAccountColour } from './account-colour.ts'

/** The account's avatar: its first letter in its colour. The name is always next to it. */
export function AccountAvatar({
  account,
  size = 'sm',
}: {
  account: { id: string; name: string }
  size?: string
}) {
  const hue = useAccountColour(account.id)
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
