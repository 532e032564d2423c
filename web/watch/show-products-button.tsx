import { Button, Drawer, Text, VisuallyHidden } from '@mantine/core'
import { IconShoppingBag } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ShowProducts } from './show-products.tsx'
import { useWatchContext } from './watch-context.ts'

/** On narrow screens, opens the products in a sheet from below; the video continues above it. */
export function ShowProductsButton() {
  const { t } = useTranslation(['watch', 'layout'])
  const { lineup } = useWatchContext().show
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        hiddenFrom="md"
        px="sm"
        leftSection={<IconShoppingBag size="1.25rem" aria-hidden />}
        onClick={() => setOpen(true)}
      >
        <VisuallyHidden>{t('products.title')}</VisuallyHidden> {lineup.length}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="bottom"
        size="70%"
        title={
          <Text component="span" fz="h2" fw={620}>
            {t('products.title')}
          </Text>
        }
        closeButtonProps={{ 'aria-label': t('layout:form.close') }}
        transitionProps={{ duration: 150 }}
      >
        <ShowProducts />
      </Drawer>
    </>
  )
}
