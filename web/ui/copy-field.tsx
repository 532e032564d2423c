import { Group, Input, TextInput } from '@mantine/core'
import { useId } from 'react'
import { CopyTextButton } from './copy-text-button.tsx'

/** A text that is selected when the field gets the focus, with a button that copies it. */
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
        <CopyTextButton value={value} />
      </Group>
    </Input.Wrapper>
  )
}
