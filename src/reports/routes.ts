import { download, route } from '../door/route.ts'
import { Page } from '../ground/page.ts'
import { Balance, balanceOf } from '../ledger/balance.ts'
import { StatementFilter, StatementQuery } from '../ledger/statement.ts'
import * as csv from './csv.ts'
import { LedgerRow, ledger } from './ledger.ts'
import { PeriodQuery, Sales, sales } from './sales.ts'
import { ShowReport, ShowSold, show, shows } from './shows.ts'
import { BuyerSum, buyers, ProductSold, products, TopQuery } from './tops.ts'

const permission = 'reports.view'
const type = 'text/csv; charset=utf-8'

export const reportRoutes = () => [
  route({
    method: 'GET',
    path: '/accounts/:account/reports/sales',
    permission,
    summary: 'What was sold in a period, altogether and by day, as days are counted in a time zone',
    input: PeriodQuery,
    output: Sales,
    handle: ({ db, actor, input }) => sales(db, actor, input),
  }),
  download({
    path: '/accounts/:account/reports/sales.csv',
    permission,
    summary: 'The sales by day as CSV',
    input: PeriodQuery,
    type,
    file: 'sales.csv',
    write: csv.salesCsv,
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/reports/products',
    permission,
    summary: 'What was sold for most in a period',
    input: TopQuery,
    output: Page(ProductSold),
    handle: ({ db, actor, input }) => products(db, actor, input),
  }),
  download({
    path: '/accounts/:account/reports/products.csv',
    permission,
    summary: 'The products sold in a period as CSV',
    input: PeriodQuery,
    type,
    file: 'products.csv',
    write: csv.productsCsv,
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/reports/buyers',
    permission,
    summary: 'Who spent most in a period',
    input: TopQuery,
    output: Page(BuyerSum),
    handle: ({ db, actor, input }) => buyers(db, actor, input),
  }),
  download({
    path: '/accounts/:account/reports/buyers.csv',
    permission,
    summary: 'The buyers of a period as CSV',
    input: PeriodQuery,
    type,
    file: 'buyers.csv',
    write: csv.buyersCsv,
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/reports/shows',
    permission,
    summary: 'The shows of a period, with who watched and what was sold',
    input: TopQuery,
    output: Page(ShowSold),
    handle: ({ db, actor, input }) => shows(db, actor, input),
  }),
  download({
    path: '/accounts/:account/reports/shows.csv',
    permission,
    summary: 'The shows of a period as CSV',
    input: PeriodQuery,
    type,
    file: 'shows.csv',
    write: csv.showsCsv,
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/reports/shows/:show',
    permission,
    summary: 'A show minute by minute: who watched, what was sold',
    output: ShowReport,
    handle: ({ db, actor, params }) => show(db, actor, params.show as string),
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/ledger',
    permission,
    summary: 'Every transfer with what it does to the balance, the latest first',
    input: StatementQuery,
    output: Page(LedgerRow),
    handle: ({ db, actor, input }) => ledger(db, actor, input),
  }),
  download({
    path: '/accounts/:account/ledger.csv',
    permission,
    summary: 'The ledger as CSV; all of it adds up to the balance',
    input: StatementFilter,
    type,
    file: 'ledger.csv',
    write: csv.ledgerCsv,
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/ledger/balance',
    permission,
    summary: 'What was earned and not paid out yet',
    output: Balance,
    handle: ({ db, actor }) => balanceOf(db, actor.account),
  }),
]
