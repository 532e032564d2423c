import { ActionIcon, AspectRatio, Badge, Card, Group, Image, Overlay, Progress, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../ui/problem-alert.tsx'
import { isPhotoMovable, type PhotoItem } from './use-product-photos.ts'

type Given = {
  tile: PhotoItem
  number: number
  count: number
  /** The number of photos that can be moved. */
  movable: number
  move: (by: number) => void
  remove: () => void
  /** Called when the pointer drags this photo, and when it drops another one here. */
  take: () => void
  drop: () => void
}

/** A photo with its buttons. While it is being sent, it has none. */
export function PhotoTile({ tile, number, count, movable, move, remove, take, drop }: Given) {
  const { t } = useTranslation('inventory')
  const isComing = tile.share !== undefined
  const canMove = isPhotoMovable(tile)
  return (
    <Card
      role="listitem"
      padding="xs"
      {...(canMove && {
        draggable: movable > 1,
        onDragStart: take,
        onDragOver: (event) => event.preventDefault(),
        onDrop: (event) => {
          event.preventDefault()
          drop()
        },
      })}
    >
      <Card.Section pos="relative">
        <AspectRatio ratio={1}>
          <Image src={tile.src} alt={t('photos.one', { number, count })} fit="cover" draggable={false} />
        </AspectRatio>
        {number === 1 && !tile.problem && (
          <Badge
            pos="absolute"
            top="var(--mantine-spacing-xs)"
            left="var(--mantine-spacing-xs)"
            variant="default"
          >
            {t('photos.first')}
          </Badge>
        )}
        {tile.problem && <Overlay backgroundOpacity={0.6} zIndex={1} />}
      </Card.Section>
      {tile.problem && <Problem problem={tile.problem} />}
      {isComing ? (
        <Progress
          mt="sm"
          value={100 * (tile.share ?? 0)}
          aria-label={t('photos.coming', { number })}
          animated={tile.share === 1}
        />
      ) : (
        <Group justify="space-between" gap={0} mt="xs" wrap="nowrap">
          <Group gap={0} wrap="nowrap">
            <ActionIcon
              aria-label={t('photos.earlier', { number })}
              disabled={!canMove || number === 1}
              onClick={() => move(-1)}
            >
              <IconChevronLeft aria-hidden />
            </ActionIcon>
            <ActionIcon
              aria-label={t('photos.later', { number })}
              disabled={!canMove || number >= movable}
              onClick={() => move(1)}
            >
              <IconChevronRight aria-hidden />
            </ActionIcon>
          </Group>
          <ActionIcon aria-label={t('photos.remove', { number })} onClick={remove}>
            <IconTrash size="1.25rem" aria-hidden />
          </ActionIcon>
        </Group>
      )}
    </Card>
  )
}

function Problem({ problem }: { problem: Error }) {
  const words = useProblemText()
  return (
    <Text size="xs" c="error" mt="xs" role="alert">
      {words(problem)}
    </Text>
  )
}
