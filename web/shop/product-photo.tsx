import { Center, Image } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import classes from './shop.module.css'
import type { ShopProductPhoto } from './shop-queries.ts'

type Given = {
  photo: ShopProductPhoto | null | undefined
  size: 'url' | 'thumb'
  alt: string
  eager?: boolean
}

/** A photo in a square that has its size before the photo is loaded, or a placeholder. */
export function ProductPhoto({ photo, size, alt, eager = false }: Given) {
  return (
    <Center className={classes.square}>
      {photo ? (
        <Image
          src={photo[size]}
          alt={alt}
          width={photo.width}
          height={photo.height}
          fit={size === 'thumb' ? 'cover' : 'contain'}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
          className={classes.photo}
        />
      ) : (
        <IconPhoto size="2rem" stroke={1.25} aria-hidden className="stagedoor-icon" />
      )}
    </Center>
  )
}
