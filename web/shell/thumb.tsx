import { Avatar } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'

/** A product's photo, small; its title stands beside it. */
export function Thumb({ src, size = 'lg' }: { src: string | null; size?: string }) {
  return (
    <Avatar src={src} alt="" radius="md" size={size} aria-hidden>
      <IconPhoto stroke={1.25} aria-hidden />
    </Avatar>
  )
}
