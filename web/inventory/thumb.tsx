import { Avatar } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import type { Product } from './products.ts'

/** A product's first photo, small; its title stands beside it. */
export function Thumb({ product: { photos } }: { product: Product }) {
  return (
    <Avatar src={photos[0]?.thumb ?? null} alt="" radius="md" size="lg" aria-hidden>
      <IconPhoto stroke={1.25} aria-hidden />
    </Avatar>
  )
}
