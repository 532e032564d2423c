import { Chip, Group, Select } from '@mantine/core'

/** Up to this number, categories are shown side by side. */
export const maxCategoryChips = 8

export type CategoryFilter = {
  label: string
  /** The text of no category. */
  all: string
  offered: string[]
  /** Empty: all of them. */
  chosen: string
  choose: (category: string | null) => void
}

/** The categories, with the one in the address: it may have nothing any more, and is offered nevertheless. */
export const withChosenCategory = (categories: string[], chosen: string | undefined) => [
  ...new Set([...categories, ...(chosen ? [chosen] : [])]),
]

export const CategoryChips = ({ label, all, offered, chosen, choose }: CategoryFilter) => (
  <Chip.Group value={chosen} onChange={(next) => choose(next as string)}>
    <Group gap="xs" role="radiogroup" aria-label={label}>
      <Chip value="" variant="light">
        {all}
      </Chip>
      {offered.map((category) => (
        <Chip key={category} value={category} variant="light">
          {category}
        </Chip>
      ))}
    </Group>
  </Chip.Group>
)

export const CategorySelect = ({ label, all, offered, chosen, choose }: CategoryFilter) => (
  <Select
    w="var(--stagedoor-menu)"
    searchable
    aria-label={label}
    data={[{ value: '', label: all }, ...offered]}
    value={chosen}
    onChange={choose}
  />
)
