import { Group, UnstyledButton } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProductPhoto } from './product-photo.tsx'
import classes from './shop.module.css'
import type { ShopProduct } from './shop-queries.ts'

/** The photos, one at a time: by swiping, with the arrow keys, or with the small ones below. */
export function PhotoGallery({ product: { title, photos } }: { product: ShopProduct }) {
  const { t } = useTranslation('shop')
  const strip = useRef<HTMLUListElement>(null)
  const [shown, setShown] = useState(0)
  const count = photos.length
  if (count === 0) return <ProductPhoto photo={null} size="url" alt="" />
  const show = (index: number) => {
    const { current } = strip
    current?.scrollTo({ left: (current.scrollWidth / count) * index })
  }
  const follow = ({ scrollLeft, scrollWidth }: HTMLElement) =>
    setShown(Math.round(scrollLeft / (scrollWidth / count)))
  return (
    <div>
      <ul
        ref={strip}
        tabIndex={count > 1 ? 0 : undefined}
        aria-label={t('photos', { title })}
        className={`stagedoor-list ${classes.strip}`}
        onScroll={({ currentTarget }) => follow(currentTarget)}
      >
        {photos.map((photo, index) => (
          <li key={photo.url}>
            <ProductPhoto
              photo={photo}
              size="url"
              alt={t('photo', { title, number: index + 1, count })}
              eager={index === 0}
            />
          </li>
        ))}
      </ul>
      {count > 1 && (
        <Group gap="xs" mt="xs">
          {photos.map((photo, index) => (
            <UnstyledButton
              key={photo.thumb}
              className={classes.small}
              aria-label={t('showPhoto', { number: index + 1, count })}
              aria-current={index === shown || undefined}
              onClick={() => show(index)}
            >
              <ProductPhoto photo={photo} size="thumb" alt="" />
            </UnstyledButton>
          ))}
        </Group>
      )}
    </div>
  )
}
