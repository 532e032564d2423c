import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'

type Given = { label: string; hint: string; asked: string; search: (text: string) => void }

/**
 * A search field. The typed text is put into the address after a short pause; if the address changes otherwise, the
 * field follows.
 */
export function SearchField({ label, hint, asked, search }: Given) {
  const [text, setText] = useState(asked)
  const sent = useRef(asked)
  const later = useDebouncedCallback((typed: string) => {
    sent.current = typed
    search(typed)
  }, 250)
  useEffect(() => {
    if (asked !== sent.current) setText(asked)
    sent.current = asked
  }, [asked])
  return (
    <TextInput
      flex="1 1 var(--stagedoor-column)"
      maw="var(--stagedoor-search)"
      type="search"
      aria-label={label}
      placeholder={hint}
      leftSection={<IconSearch size="1rem" aria-hidden />}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value)
        later(currentTarget.value.trim())
      }}
    />
  )
}
