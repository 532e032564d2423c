import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callApi } from '../data/api.ts'
import { showQuery } from '../shows/show-queries.ts'
import { Section } from '../ui/section.tsx'
import { useProblemToast } from '../ui/toasts.ts'
import { otherHostsQuery } from './broadcast/host-queries.ts'
import type { StudioState } from './broadcast/use-studio.ts'

/** Offers the show to another host. The current host stays on the air until the other one accepts. */
export function HandOver({ studio: { of, show } }: { studio: StudioState }) {
  const { t } = useTranslation('studio')
  const queries = useQueryClient()
  const onError = useProblemToast()
  const { data: hosts } = useQuery(otherHostsQuery(of.account))
  const [chosen, choose] = useState<string | null>(null)
  const handOver = useMutation({
    mutationFn: (member: string | null) =>
      callApi('POST /accounts/:account/shows/:show/hand-over', { params: of, input: { member } }),
    onSuccess: (next) => queries.setQueryData(showQuery(of.account, of.show).queryKey, next),
    onError,
  })
  const offered = show.onAir?.offered
  return (
    <Section title={t('handOver.title')} text={t('handOver.text')}>
      {offered ? (
        <Stack gap="xs" align="flex-start">
          <Text size="sm" role="status">
            {t('handOver.waits', { name: offered.name })}
          </Text>
          <Button variant="default" loading={handOver.isPending} onClick={() => handOver.mutate(null)}>
            {t('handOver.back')}
          </Button>
        </Stack>
      ) : (
        <Group align="flex-end" gap="xs">
          <Select
            flex="1 1 var(--stagedoor-column)"
            label={t('handOver.to')}
            placeholder={hosts?.length === 0 ? t('handOver.nobody') : t('handOver.choose')}
            data={hosts?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            value={chosen}
            onChange={choose}
            disabled={!hosts?.length}
          />
          <Button
            variant="default"
            disabled={!chosen}
            loading={handOver.isPending}
            onClick={() => handOver.mutate(chosen)}
          >
            {t('handOver.offer')}
          </Button>
        </Group>
      )}
    </Section>
  )
}
