import { Avatar } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'

/** A small photo of a product. The title is next to it. */
export function Thumbnail({ src, size = 'lg' }: { src: string | null; size?: string }) {
  return (
    <Avatar src={src} alt="" radius="md" size={size} aria-hidden>
      <IconPhoto stroke={1.25} aria-hidden />
    </Avatar>
  )
}
