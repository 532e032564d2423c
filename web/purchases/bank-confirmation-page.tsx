import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiProblem, callApi } from '../data/api.ts'
import { purchaseKeys } from '../data/query-keys.ts'
import { formatMoney } from '../i18n/money.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { formatTimeLeft, useTimeLeft } from '../ui/countdown.tsx'
import { LinkButton } from '../ui/links.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { showToast } from '../ui/toasts.ts'
import { type Purchase, purchaseQuery } from './purchase-queries.ts'

const from = '/dashboard/$account/spending/purchases/$purchase/confirm'

/** The buyer's bank asks for a confirmation. With the sandbox, this page stands for the bank's. */
export function BankConfirmationPage() {
  const { t } = useTranslation('spending')
  const { account, purchase } = useParams({ from })
  const { data } = useSuspenseQuery(purchaseQuery(account, purchase))
  return (
    <Stack gap="lg" maw="var(--stagedoor-form)">
      <PageHeader title={t('confirm.title')} />
      {data.confirm ? <Asked purchase={data} confirm={data.confirm} /> : <Settled />}
    </Stack>
  )
}

type Confirm = NonNullable<Purchase['confirm']>

function Asked({ purchase, confirm: { url, until } }: { purchase: Purchase; confirm: Confirm }) {
  const { t } = useTranslation('spending')
  const left = useTimeLeft(until)
  const answer = useAnswer()
  const words = {
    shop: purchase.sellerName ?? t('goneShop'),
    total: formatMoney(purchase.total, purchase.currency),
    method: purchase.method,
  }
  return (
    <>
      <Alert color="gray" icon={<IconBuildingBank aria-hidden />}>
        {t(url ? 'confirm.elsewhere' : 'confirm.sandbox')}
      </Alert>
      <Paper p="lg">
        <Stack>
          <Text fw={600}>{t('confirm.text', words)}</Text>
          <Text size="sm" c="dimmed">
            {left > 0 ? t('confirm.left', { left: formatTimeLeft(left) }) : t('confirm.over')}
          </Text>
          <ProblemAlert problem={answer.error} />
          {left > 0 && (url ? <AtTheBank url={url} answer={answer} /> : <AtTheSandbox answer={answer} />)}
        </Stack>
      </Paper>
      {left === 0 && <ToPurchase />}
    </>
  )
}

type Answering = { answer: ReturnType<typeof useAnswer> }

function AtTheSandbox({ answer }: Answering) {
  const { t } = useTranslation('spending')
  const [approve, refuse] = [{ approve: true }, { approve: false }]
  const isAnswering = (approves: boolean) => answer.isPending && answer.variables.approve === approves
  return (
    <Group>
      <Button
        loading={isAnswering(true)}
        disabled={isAnswering(false)}
        onClick={() => answer.mutate(approve)}
      >
        {t('confirm.approve')}
      </Button>
      <Button
        variant="default"
        loading={isAnswering(false)}
        disabled={isAnswering(true)}
        onClick={() => answer.mutate(refuse)}
      >
        {t('confirm.refuse')}
      </Button>
    </Group>
  )
}

function AtTheBank({ url, answer }: Answering & { url: string }) {
  const { t } = useTranslation('spending')
  return (
    <Group>
      <Button component="a" href={url}>
        {t('confirm.toBank')}
      </Button>
      <Button variant="default" loading={answer.isPending} onClick={() => answer.mutate({})}>
        {t('confirm.look')}
      </Button>
    </Group>
  )
}

/** Answers for the bank. The purchase then shows the result. */
function useAnswer() {
  const { t } = useTranslation('spending')
  const { account, purchase } = useParams({ from })
  const queries = useQueryClient()
  const navigate = useNavigate()
  const onward = async () => {
    await queries.invalidateQueries({ queryKey: purchaseKeys.all(account) })
    const to = '/dashboard/$account/spending/purchases/$purchase'
    await navigate({ to, params: { account, purchase }, replace: true })
  }
  return useMutation({
    mutationFn: (input: { approve?: boolean }) =>
      callApi('POST /accounts/:account/purchases/:purchase/confirmation', {
        params: { account, purchase },
        input,
      }),
    onSuccess: (settled) => {
      if (settled.confirm) return
      const { total, currency, sellerName } = settled
      showToast(
        t('checkout.bought', { total: formatMoney(total, currency) }),
        t('checkout.boughtMore', { shop: sellerName ?? t('goneShop') }),
      )
      return onward()
    },
    onError: (problem) => {
      if (problem instanceof ApiProblem && problem.code === 'payment_declined') return onward()
    },
  })
}

function Settled() {
  const { t } = useTranslation('spending')
  return (
    <>
      <Alert color="gray" title={t('confirm.settled')}>
        {t('confirm.settledText')}
      </Alert>
      <ToPurchase />
    </>
  )
}

function ToPurchase() {
  const { t } = useTranslation('spending')
  const { account, purchase } = useParams({ from })
  return (
    <Group>
      <LinkButton
        to="/dashboard/$account/spending/purchases/$purchase"
        params={{ account, purchase }}
        variant="default"
      >
        {t('confirm.toPurchase')}
      </LinkButton>
    </Group>
  )
}
