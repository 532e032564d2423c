import { Input, SimpleGrid, Stack, Text, VisuallyHidden } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tellRefusal } from '../shell/told.ts'
import { PhotoDrop } from './photo-drop.tsx'
import { PhotoTile } from './photo-tile.tsx'
import { type Board, mostPhotos } from './photos.ts'
import { RemovePhoto } from './remove-photo.tsx'

/** A product's photos in their order, and the place where more are dropped. */
export function PhotoBoard({ board }: { board: Board }) {
  const { t } = useTranslation('inventory')
  const label = useId()
  const { hold, said, list } = useMoving(board)
  const [doomed, setDoomed] = useState<string>()
  const { tiles } = board
  const room = mostPhotos - tiles.length
  const add = (files: File[]) => {
    if (files.length > room) tellRefusal(t('photos.tooMany', { most: mostPhotos }))
    board.add(files.slice(0, Math.max(0, room)))
  }
  const remove = (id: string) => (board.isKept(id) ? setDoomed(id) : board.remove(id))
  return (
    <Stack gap="sm">
      <div>
        <Input.Label component="div" id={label}>
          {t('photos.title')}
        </Input.Label>
        <Text size="xs" c="dimmed">
          {t('photos.hint', { most: mostPhotos })}
        </Text>
      </div>
      {tiles.length > 0 && (
        <SimpleGrid role="list" ref={list} aria-labelledby={label} cols={{ base: 2, xs: 3 }} spacing="sm">
          {tiles.map((tile, place) => (
            <PhotoTile
              key={tile.id}
              tile={tile}
              number={place + 1}
              count={tiles.length}
              move={(by) => hold(tile.id, by)}
              remove={() => remove(tile.id)}
            />
          ))}
        </SimpleGrid>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {room > 0 && <PhotoDrop add={add} />}
      {doomed && (
        <RemovePhoto
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

/** Moving keeps the focus on the photo that moves, and says where it stands now. */
function useMoving({ tiles, move }: Board) {
  const { t } = useTranslation('inventory')
  const list = useRef<HTMLDivElement>(null)
  const held = useRef<{ id: string; by: number }>(undefined)
  const [said, setSaid] = useState('')
  const place = tiles.findIndex(({ id }) => id === held.current?.id)
  useEffect(() => {
    if (place < 0 || !held.current) return
    const buttons = list.current?.children[place]?.querySelectorAll('button')
    const wanted = buttons?.[held.current.by < 0 ? 0 : 1]
    const other = buttons?.[held.current.by < 0 ? 1 : 0]
    ;(wanted?.disabled ? other : wanted)?.focus()
  }, [place])
  const hold = (id: string, by: number) => {
    held.current = { id, by }
    const to = tiles.findIndex((tile) => tile.id === id) + by + 1
    setSaid(t('photos.moved', { number: to, count: tiles.length }))
    move(id, by)
  }
  return { hold, said, list }
}
