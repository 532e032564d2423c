import { Button, Center, Group, Image, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { renderSVG } from 'uqr'
import { auth } from '../auth.ts'
import { CopyField } from '../shell/copy-field.tsx'
import { useProblemForm } from '../shell/form.ts'
import { ProblemAlert } from '../shell/problem-alert.tsx'

const picture = (uri: string) =>
  `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(uri, { border: 2 }))}`

/** The app learns the key by camera or by hand; its first code proves that it did. */
export function CodeStep({ uri, done }: { uri: string; done: () => void }) {
  const { t } = useTranslation('account')
  const { form, submit, problem, busy } = useProblemForm({
    initialValues: { code: '' },
    send: ({ code }) => auth('two-factor/verify-totp', { code: code.replace(/\s/g, '') }),
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
          maxLength={9}
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
