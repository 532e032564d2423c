import { AspectRatio, Center, Image } from '@mantine/core'
import { IconBroadcast } from '@tabler/icons-react'
import type { ShowSummary } from './show-queries.ts'
import classes from './shows.module.css'

type Given = {
  cover: Pick<NonNullable<ShowSummary['cover']>, 'url' | 'thumb'> | null
  size: 'url' | 'thumb'
  alt?: string
  eager?: boolean
}

/** A show's cover, or a placeholder of the same size while it loads or if there is none. */
export function ShowCover({ cover, size, alt = '', eager = false }: Given) {
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
