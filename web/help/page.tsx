import { Group, List, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useVisitor } from '../identity/session.ts'
import { LinkButton } from '../shell/links.tsx'
import { PublicPage } from '../shell/public-page.tsx'
import { Contents } from './contents.tsx'
import { Matrix } from './matrix.tsx'
import { Questions } from './questions.tsx'
import { Reading } from './reading.tsx'
import { Roles } from './roles.tsx'

/** “Team permissions”, explained to whoever asks: public, and drawn from the matrix. */
export function TeamPermissionsPage() {
  const { t } = useTranslation('help')
  return (
    <PublicPage wide title={t('title')} lead={t('intro')}>
      <Contents />
      <Section id="steps" title={t('steps.title')}>
        <Steps />
      </Section>
      <Section id="roles" title={t('roles.title')}>
        <Roles />
      </Section>
      <Section id="matrix" title={t('matrix.title')}>
        <Matrix />
      </Section>
      <Section id="questions" title={t('questions.title')}>
        <Questions />
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
    <Reading>
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
    </Reading>
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
