import { Group, Image, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import mark from './logo.svg'

/** The product's logo and name, as a link to the start page. */
export function Logo({ bare = false }: { bare?: boolean }) {
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
