import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maxInvitationsAtOnce } from '../../src/team/vocabulary.ts'

const ends = [',', ';', ' ', 'Enter']

/** A field for typing or pasting addresses. Each complete address becomes a row of its own. */
export function EmailAddressesInput({ add, full }: { add: (text: string) => void; full: boolean }) {
  const { t } = useTranslation('team')
  const [text, setText] = useState('')
  const leave = (typed: string) => {
    if (typed.trim() !== '') add(typed)
    setText('')
  }
  return (
    <TextInput
      label={t('invite.addresses')}
      description={t('invite.addressesHint')}
      {...(full && { error: t('invite.full', { most: maxInvitationsAtOnce }) })}
      inputMode="email"
      autoComplete="off"
      spellCheck={false}
      data-autofocus
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={() => leave(text)}
      onKeyDown={(event) => {
        if (!ends.includes(event.key) || (event.key === 'Enter' && text.trim() === '')) return
        event.preventDefault()
        leave(text)
      }}
      onPaste={(event) => {
        event.preventDefault()
        leave(text + event.clipboardData.getData('text'))
      }}
      rightSectionWidth="var(--stagedoor-affix)"
      rightSection={
        text.trim() !== '' && (
          <Button size="compact-sm" variant="subtle" mr={4} onClick={() => leave(text)}>
            {t('invite.add')}
          </Button>
        )
      }
    />
  )
}
