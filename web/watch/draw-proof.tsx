import { ActionIcon, Alert, Code, Stack, Text } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { publicShowKeys } from '../data/query-keys.ts'
import { Dialog } from '../ui/dialog.tsx'
import { RowsSkeleton } from '../ui/rows-skeleton.tsx'
import { verifyDraw } from './verify-draw.ts'
import card from './watch-card.module.css'
import { useWatchContext } from './watch-context.ts'
import { type PublicGiveaway, publicGiveawaysQuery } from './watch-queries.ts'

/** The commitment and the seed of a draw, and the draw repeated by the reader's own browser. */
export function DrawProof({ giveaway }: { giveaway: PublicGiveaway }) {
  const { t } = useTranslation('watch')
  const [isOpen, setOpen] = useState(false)
  const title = t(giveaway.status === 'open' ? 'giveaway.howBefore' : 'giveaway.how')
  return (
    <>
      <ActionIcon aria-label={title} title={title} onClick={() => setOpen(true)}>
        <IconShieldCheck size="1.25rem" aria-hidden />
      </ActionIcon>
      {isOpen && (
        <Dialog opened onClose={() => setOpen(false)} title={title} size="lg">
          <Stack>
            <Text size="sm">{t(giveaway.status === 'open' ? 'giveaway.before' : 'giveaway.after')}</Text>
            <Hash name={t('giveaway.commitment')} value={giveaway.commitment} />
            {giveaway.status !== 'open' && <Proof of={giveaway} />}
          </Stack>
        </Dialog>
      )}
    </>
  )
}

const Hash = ({ name, value }: { name: string; value: string }) => (
  <div>
    <Text size="sm" fw={600}>
      {name}
    </Text>
    <Code className={card.hash}>{value}</Code>
  </div>
)

/** The entries are fetched only by viewers who check a draw. */
function Proof({ of: { id } }: { of: PublicGiveaway }) {
  const { t } = useTranslation('watch')
  const { show } = useWatchContext()
  const { data } = useQuery({
    ...publicGiveawaysQuery(show.id),
    queryKey: publicShowKeys.draws(show.id),
    staleTime: 0,
  })
  const found = data?.find((one) => one.id === id)
  if (!found?.seed) return <RowsSkeleton of={3} />
  return (
    <>
      <Hash name={t('giveaway.seed')} value={found.seed} />
      {found.drawnFrom && found.drawnFrom.length > 0 && (
        <Checked commitment={found.commitment} seed={found.seed} entries={found.drawnFrom} />
      )}
    </>
  )
}

type Draw = { commitment: string; seed: string; entries: string[] }

function Checked(draw: Draw) {
  const { t } = useTranslation('watch')
  const { entries } = draw
  const { data } = useQuery({
    queryKey: publicShowKeys.drawCheck(draw),
    queryFn: () => verifyDraw(draw),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <>
      <Text size="sm" fw={600}>
        {t('giveaway.list')}
      </Text>
      <ol
        start={0}
        className={card.entries}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by its keys
        tabIndex={0}
        aria-label={t('giveaway.list')}
      >
        {entries.map((entry, number) => (
          <Text component="li" size="sm" key={entry} {...(number === data?.drawn && { fw: 650 })}>
            <span className={card.hash}>{entry}</span>
            {number === data?.drawn && ` ← ${t('giveaway.winning')}`}
          </Text>
        ))}
      </ol>
      <Text size="xs" c="dimmed">
        {t('giveaway.formula')}
      </Text>
      <Alert role="status" color={data && !data.isPromised ? 'red' : 'gray'}>
        {!data && t('giveaway.checking')}
        {data?.isPromised && t('giveaway.right', { number: data.drawn, count: entries.length })}
        {data && !data.isPromised && t('giveaway.wrong')}
      </Alert>
    </>
  )
}
