import { Button, Drawer, Text, VisuallyHidden } from '@mantine/core'
import { IconShoppingBag } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Products } from './products.tsx'
import { useWatched } from './watched.ts'

/** On a phone, what is sold comes up from below, and the picture goes on above it. */
export function ProductsButton() {
  const { t } = useTranslation(['live', 'shell'])
  const { lineup } = useWatched().show
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
        closeButtonProps={{ 'aria-label': t('shell:form.close') }}
        transitionProps={{ duration: 150 }}
      >
        <Products />
      </Drawer>
    </>
  )
}
