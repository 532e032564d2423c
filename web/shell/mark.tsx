import { Group, Image, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import mark from '../mark.svg'

/** The product's mark and name, which lead to the start. */
export function Mark({ bare = false }: { bare?: boolean }) {
  return (
    <Link to="/" aria-label="Stagedoor" className="stagedoor-mark">
      <Group gap="xs" wrap="nowrap">
        <Image src={mark} alt="" w="var(--stagedoor-mark)" h="var(--stagedoor-mark)" />
        {!bare && (
          <Text component="span" fw={650} c="bright">
            Stagedoor
          </Text>
        )}
      </Group>
    </Link>
  )
}
