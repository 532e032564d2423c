import { AspectRatio, Center, Image } from '@mantine/core'
import { IconBroadcast } from '@tabler/icons-react'
import classes from './shows.module.css'
import type { ShowRow } from './shows.ts'

type Given = {
  cover: Pick<NonNullable<ShowRow['cover']>, 'url' | 'thumb'> | null
  size: 'url' | 'thumb'
  alt?: string
  eager?: boolean
}

/** A show's cover in its place, which stands before it has come and while there is none. */
export function Cover({ cover, size, alt = '', eager = false }: Given) {
  return (
    <AspectRatio ratio={16 / 9} className={classes.cover}>
      {cover ? (
        <Image src={cover[size]} alt={alt} fit="cover" loading={eager ? 'eager' : 'lazy'} decoding="async" />
      ) : (
        <Center>
          <IconBroadcast size="2rem" stroke={1.25} aria-hidden className="stagedoor-icon" />
        </Center>
      )}
    </AspectRatio>
  )
}
