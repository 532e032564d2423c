import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The first element that the Tab key reaches: a link that skips the header and the navigation. */
export function SkipLink() {
  const { t } = useTranslation('layout')
  return (
    <Button
      className="stagedoor-skip"
      component="a"
      href="#main"
      onClick={(event) => {
        event.preventDefault()
        document.getElementById('main')?.focus()
      }}
    >
      {t('skip')}
    </Button>
  )
}
