import { Group, Input, TextInput } from '@mantine/core'
import { useId } from 'react'
import { CopyText } from './copy-text.tsx'

/** A text to take along: selected when it is focused, copied by the button beside it. */
export function CopyField({
  label,
  description,
  value,
}: {
  label: string
  description?: string
  value: string
}) {
  const id = useId()
  return (
    <Input.Wrapper id={id} label={label} {...(description && { description })}>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          id={id}
          flex={1}
          readOnly
          value={value}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <CopyText value={value} />
      </Group>
    </Input.Wrapper>
  )
}
