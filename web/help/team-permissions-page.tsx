import { Group, List, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PublicPage } from '../layout/public-page.tsx'
import { useVisitor } from '../session/visitor.ts'
import { LinkButton } from '../ui/links.tsx'
import { FrequentQuestions } from './frequent-questions.tsx'
import { PermissionMatrix } from './permission-matrix.tsx'
import { ReadingWidth } from './reading-width.tsx'
import { RoleDescriptions } from './role-descriptions.tsx'
import { TableOfContents } from './table-of-contents.tsx'

/** The public page “Team permissions”, which is generated from the matrix. */
export function TeamPermissionsPage() {
  const { t } = useTranslation('help')
  return (
    <PublicPage wide title={t('title')} lead={t('intro')}>
      <TableOfContents />
      <Section id="steps" title={t('steps.title')}>
        <Steps />
      </Section>
      <Section id="roles" title={t('roles.title')}>
        <RoleDescriptions />
      </Section>
      <Section id="matrix" title={t('matrix.title')}>
        <PermissionMatrix />
      </Section>
      <Section id="questions" title={t('questions.title')}>
        <FrequentQuestions />
      </Section>
      <Ready />
    </PublicPage>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Stack component="section" aria-labelledby={id} pt="md">
      <Title order={2} id={id}>
        {title}
      </Title>
      {children}
    </Stack>
  )
}

const steps = ['invite', 'accept', 'work', 'adjust'] as const

function Steps() {
  const { t } = useTranslation('help')
  return (
    <ReadingWidth>
      <List
        type="ordered"
        listStyleType="none"
        spacing="md"
        styles={{ itemWrapper: { alignItems: 'flex-start' } }}
      >
        {steps.map((step, index) => (
          <List.Item
            key={step}
            icon={
              <ThemeIcon variant="light" radius="xl" aria-hidden>
                {index + 1}
              </ThemeIcon>
            }
          >
            <Text fw="bold">{t(`steps.${step}.title`)}</Text>
            <Text>{t(`steps.${step}.body`)}</Text>
          </List.Item>
        ))}
      </List>
    </ReadingWidth>
  )
}

function Ready() {
  const { t } = useTranslation('help')
  const { person } = useVisitor()
  return (
    <Group pt="md">
      {person ? (
        <LinkButton to="/dashboard/settings">{t('more.dashboard')}</LinkButton>
      ) : (
        <LinkButton to="/sign-up">{t('more.signUp')}</LinkButton>
      )}
    </Group>
  )
}
