import { ActionIcon, AspectRatio, Badge, Card, Group, Image, Overlay, Progress, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '../shell/problem-alert.tsx'
import type { Tile } from './photos.ts'

type Given = {
  tile: Tile
  number: number
  count: number
  move: (by: number) => void
  remove: () => void
}

/** A photo with what can be done to it: nothing but wait while it is on its way. */
export function PhotoTile({ tile, number, count, move, remove }: Given) {
  const { t } = useTranslation('inventory')
  const isComing = tile.share !== undefined
  const canMove = !isComing && !tile.problem
  return (
    <Card role="listitem" padding="xs">
      <Card.Section pos="relative">
        <AspectRatio ratio={1}>
          <Image src={tile.src} alt={t('photos.one', { number, count })} fit="cover" />
        </AspectRatio>
        {number === 1 && !tile.problem && (
          <Badge
            pos="absolute"
            top="var(--mantine-spacing-xs)"
            left="var(--mantine-spacing-xs)"
            variant="white"
          >
            {t('photos.first')}
          </Badge>
        )}
        {tile.problem && <Overlay backgroundOpacity={0.6} />}
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
              disabled={!canMove || number === count}
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
