import { Button, Center } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }

/** A button that loads the next page of a list, if there is one. */
export function LoadMore({ of }: { of: Pages }) {
  const { t } = useTranslation('layout')
  if (!of.hasNextPage) return null
  return (
    <Center pt="md">
      <Button variant="default" loading={of.isFetchingNextPage} onClick={() => of.fetchNextPage()}>
        {t('form.more')}
      </Button>
    </Center>
  )
}
