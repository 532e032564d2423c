import { SimpleGrid, Stack, VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxProductPhotos } from '../../src/inventory/vocabulary.ts'
import { showErrorToast } from '../ui/toasts.ts'
import { PhotoDrop } from './photo-drop.tsx'
import { PhotoTile } from './photo-tile.tsx'
import { RemovePhotoDialog } from './remove-photo-dialog.tsx'
import { isPhotoMovable, type PhotoBoardState } from './use-product-photos.ts'

/** A product's photos in order, and the area where more can be dropped. */
export function PhotoBoard({ board }: { board: PhotoBoardState }) {
  const { t } = useTranslation('inventory')
  const { hold, announcement, list } = useMoving(board)
  const taken = useRef<string>(undefined)
  const [doomed, setDoomed] = useState<string>()
  const { tiles } = board
  const room = maxProductPhotos - tiles.length
  const drop = (upon: number) => {
    const from = tiles.findIndex(({ id }) => id === taken.current)
    if (taken.current && from >= 0 && from !== upon) hold(taken.current, upon - from)
    taken.current = undefined
  }
  const add = (files: File[]) => {
    if (files.length > room) showErrorToast(t('photos.tooMany', { most: maxProductPhotos }))
    board.add(files.slice(0, Math.max(0, room)))
  }
  const remove = (id: string) => (board.isKept(id) ? setDoomed(id) : board.remove(id))
  return (
    <Stack gap="sm">
      {tiles.length > 0 && (
        <SimpleGrid
          role="list"
          ref={list}
          aria-label={t('photos.title')}
          cols={{ base: 2, xs: 3 }}
          spacing="sm"
        >
          {tiles.map((tile, place) => (
            <PhotoTile
              key={tile.id}
              tile={tile}
              number={place + 1}
              count={tiles.length}
              movable={tiles.filter(isPhotoMovable).length}
              move={(by) => hold(tile.id, by)}
              remove={() => remove(tile.id)}
              take={() => {
                taken.current = tile.id
              }}
              drop={() => drop(place)}
            />
          ))}
        </SimpleGrid>
      )}
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
      {room > 0 && <PhotoDrop add={add} />}
      {doomed && (
        <RemovePhotoDialog
          close={() => setDoomed(undefined)}
          act={() => {
            board.remove(doomed)
            setDoomed(undefined)
          }}
        />
      )}
    </Stack>
  )
}

/** Moves a photo with the keyboard: the focus stays on it, and its new position is announced. */
function useMoving({ tiles, move }: PhotoBoardState) {
  const { t } = useTranslation('inventory')
  const list = useRef<HTMLDivElement>(null)
  const lastMove = useRef<{ id: string; by: number }>(undefined)
  const [announcement, announce] = useState('')
  const place = tiles.findIndex(({ id }) => id === lastMove.current?.id)
  useEffect(() => {
    if (place < 0 || !lastMove.current) return
    const buttons = list.current?.children[place]?.querySelectorAll('button')
    const wanted = buttons?.[lastMove.current.by < 0 ? 0 : 1]
    const other = buttons?.[lastMove.current.by < 0 ? 1 : 0]
    ;(wanted?.disabled ? other : wanted)?.focus()
  }, [place])
  const hold = (id: string, by: number) => {
    lastMove.current = { id, by }
    const to = tiles.findIndex((tile) => tile.id === id) + by + 1
    announce(t('photos.moved', { number: to, count: tiles.length }))
    move(id, by)
  }
  return { hold, announcement, list }
}
