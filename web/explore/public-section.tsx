import { Stack, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'

/** A section of a public page, with its heading. */
export function PublicSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <Stack component="section" gap="md" aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {children}
    </Stack>
  )
}
