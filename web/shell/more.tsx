import { Button, Center } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }

/** The next page of a list, where there is one. */
export function More({ of }: { of: Pages }) {
  const { t } = useTranslation('shell')
  if (!of.hasNextPage) return null
  return (
    <Center pt="md">
      <Button variant="default" loading={of.isFetchingNextPage} onClick={() => of.fetchNextPage()}>
        {t('form.more')}
      </Button>
    </Center>
  )
}
