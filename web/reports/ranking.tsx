import { Group, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { LoadMore } from '../ui/load-more.tsx'

export type RankedItem = { key: string; name: ReactNode; about: string; amount: string }
type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }

/** The number of rows that are shown before the rest is requested. */
const first = 8

/** The entries with the largest amounts, in order. */
export function Ranking({ label, ranked, pages }: { label: string; ranked: RankedItem[]; pages: Pages }) {
  const [isAll, setAll] = useState(false)
  const isCut = !isAll && ranked.length > first
  const more = isCut ? { ...pages, hasNextPage: true, fetchNextPage: () => setAll(true) } : pages
  return (
    <div>
      <Stack component="ol" gap={0} className="stagedoor-rows" aria-label={label}>
        {(isCut ? ranked.slice(0, first) : ranked).map(({ key, name, about, amount }, place) => (
          <Group component="li" key={key} justify="space-between" wrap="nowrap" align="flex-start">
            <Group gap="sm" wrap="nowrap" align="baseline" miw={0}>
              <Text size="sm" c="dimmed" aria-hidden>
                {place + 1}
              </Text>
              <Stack gap={0} miw={0}>
                {name}
                <Text size="xs" c="dimmed">
                  {about}
                </Text>
              </Stack>
            </Group>
            <Text size="sm" fw={600}>
              {amount}
            </Text>
          </Group>
        ))}
      </Stack>
      <LoadMore of={more} />
    </div>
  )
}
