import { Anchor, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Links to the sections of the page. */
export function TableOfContents() {
  const { t } = useTranslation('help')
  const parts = [
    ['steps', t('steps.title')],
    ['roles', t('roles.title')],
    ['matrix', t('matrix.title')],
    ['questions', t('questions.title')],
  ] as const
  return (
    <Group component="nav" aria-label={t('onThisPage')} gap="md">
      {parts.map(([id, title]) => (
        <Anchor key={id} href={`#${id}`}>
          {title}
        </Anchor>
      ))}
    </Group>
  )
}
