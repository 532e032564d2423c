import { MaskInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Given = { typed: string; error: ReactNode; type: (iban: string) => void }

/** The longest IBANs have 34 characters, in groups of four. */
const mask = Array.from({ length: 34 }, (_, place) => (place % 4 === 0 && place > 0 ? ' *' : '*')).join('')
const grouped = (iban: string) => iban.replace(/.{4}(?=.)/g, '$& ')

/** A field for an IBAN, in groups of four and in capitals. */
export function IbanInput({ typed, error, type }: Given) {
  const { t } = useTranslation('payouts')
  const [first] = useState(typed)
  return (
    <MaskInput
      label={t('details.iban')}
      description={t('details.ibanHint')}
      required
      defaultValue={grouped(first)}
      mask={mask}
      tokens={{ '*': /[A-Za-z0-9]/ }}
      transform={(sign) => sign.toUpperCase()}
      slotChar={null}
      showMaskOnFocus={false}
      autoComplete="off"
      spellCheck={false}
      error={error}
      onChangeRaw={type}
    />
  )
}
