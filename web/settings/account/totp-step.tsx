import { Button, Center, Group, Image, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { renderSVG } from 'uqr'
import { identityLimits } from '../../../src/identity/vocabulary.ts'
import { callAuth } from '../../data/auth-api.ts'
import { CopyField } from '../../ui/copy-field.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { useProblemForm } from '../../ui/use-problem-form.ts'

const picture = (uri: string) =>
  `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(uri, { border: 2 }))}`

/** The app gets the key by camera or by hand. Its first code shows that it has the right one. */
export function TotpStep({ uri, done }: { uri: string; done: () => void }) {
  const { t } = useTranslation('account')
  const { form, submit, problem, busy } = useProblemForm({
    initialValues: { code: '' },
    send: ({ code }) => callAuth('two-factor/verify-totp', { code: code.replace(/\s/g, '') }),
    done,
  })
  const key = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{t('twoFactor.scan')}</Text>
        <Center>
          <Image
            src={picture(uri)}
            alt={t('twoFactor.qr')}
            w="var(--stagedoor-column)"
            h="var(--stagedoor-column)"
            radius="sm"
          />
        </Center>
        <CopyField label={t('twoFactor.key')} value={key} />
        <TextInput
          label={t('twoFactor.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={identityLimits.twoFactorCode}
          required
          data-autofocus
          {...form.getInputProps('code')}
        />
        <ProblemAlert problem={problem} />
        <Group justify="flex-end">
          <Button type="submit" loading={busy}>
            {t('twoFactor.enable')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
