import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Given = {
  label: string
  hint?: string
  following: number
  value?: string
  onChange?: (value: string) => void
}

/** For a show of a series: whether a change concerns only this show or the following ones, too. */
export function SeriesChoice({ label, hint, following, value, onChange }: Given) {
  const { t } = useTranslation('shows')
  return (
    <Radio.Group label={label} value={value ?? 'one'} {...(onChange && { onChange })}>
      <Stack gap="xs" pt={4}>
        <Radio value="one" label={t('form.one')} />
        <Radio value="all" label={t('form.all', { count: following })} {...(hint && { description: hint })} />
      </Stack>
    </Radio.Group>
  )
}
