import { Group, Image, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import mark from '../mark.svg'

/** The product's mark and name, which lead to the start. */
export function Mark({ bare = false }: { bare?: boolean }) {
  return (
    <Link to="/" aria-label="Stagedoor" className="stagedoor-mark">
      <Group gap="xs" wrap="nowrap">
        <Image src={mark} alt="" w="2rem" h="2rem" />
        {!bare && (
          <Text component="span" fw={650} c="bright">
            Stagedoor
          </Text>
        )}
      </Group>
    </Link>
  )
}
