import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The first thing that the Tab key reaches: past the header and navigation, to what the page is about. */
export function SkipLink() {
  const { t } = useTranslation('shell')
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
