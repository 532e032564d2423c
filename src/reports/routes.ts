import { downloadRoute, route } from '../http/route.ts'
import { Balance, findBalance } from '../ledger/balance.ts'
import { StatementFilter, StatementQuery } from '../ledger/statement.ts'
import { PageOf } from '../platform/database/keyset-page.ts'
import { LedgerRow, listLedger } from './ledger-report.ts'
import { buyersCsv, ledgerCsv, productsCsv, salesCsv, showsCsv } from './report-csv.ts'
import { PeriodQuery, SalesReport, salesReport } from './sales-report.ts'
import { findShowReport, listShowReports, ShowReport, ShowSold } from './show-reports.ts'
import { BuyerSum, ProductSold, TopQuery, topBuyersReport, topProductsReport } from './top-lists.ts'

const permission = 'reports.view'
const type = 'text/csv; charset=utf-8'

export const reportRoutes = () => [
  route({
    method: 'GET',
    path: '/accounts/:account/reports/sales',
    permission,
    summary: 'The sales of a period, in total and by day of a time zone',
    input: PeriodQuery,
    output: SalesReport,
    handle: ({ db, actor, input }) => salesReport(db, actor, input),
  }),
  downloadRoute({
    path: '/accounts/:account/reports/sales.csv',
    permission,
    summary: 'The sales by day as CSV',
    input: PeriodQuery,
    type,
    file: 'sales.csv',
    write: salesCsv,
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/reports/products',
    permission,
    summary: 'The products with the largest sales in a period',
    input: TopQuery,
    output: PageOf(ProductSold),
    handle: ({ db, actor, input }) => topProductsReport(db, actor, input),
  }),
  downloadRoute({
    path: '/accounts/:account/reports/products.csv',
    permission,
    summary: 'The products sold in a period as CSV',
    input: PeriodQuery,
    type,
    file: 'products.csv',
    write: productsCsv,
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/reports/buyers',
    permission,
    summary: 'The buyers who spent most in a period',
    input: TopQuery,
    output: PageOf(BuyerSum),
    handle: ({ db, actor, input }) => topBuyersReport(db, actor, input),
  }),
  downloadRoute({
    path: '/accounts/:account/reports/buyers.csv',
    permission,
    summary: 'The buyers of a period as CSV',
    input: PeriodQuery,
    type,
    file: 'buyers.csv',
    write: buyersCsv,
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/reports/shows',
    permission,
    summary: 'The shows of a period, with viewers and sales',
    input: TopQuery,
    output: PageOf(ShowSold),
    handle: ({ db, actor, input }) => listShowReports(db, actor, input),
  }),
  downloadRoute({
    path: '/accounts/:account/reports/shows.csv',
    permission,
    summary: 'The shows of a period as CSV',
    input: PeriodQuery,
    type,
    file: 'shows.csv',
    write: showsCsv,
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/reports/shows/:show',
    permission,
    summary: 'The viewers and sales of a show, minute by minute',
    output: ShowReport,
    handle: ({ db, actor, params }) => findShowReport(db, actor, params.show),
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/ledger',
    permission,
    summary: 'Every transfer with its effect on the balance, the latest first',
    input: StatementQuery,
    output: PageOf(LedgerRow),
    handle: ({ db, actor, input }) => listLedger(db, actor, input),
  }),
  downloadRoute({
    path: '/accounts/:account/ledger.csv',
    permission,
    summary: 'The ledger as CSV; all of it adds up to the balance',
    input: StatementFilter,
    type,
    file: 'ledger.csv',
    write: ledgerCsv,
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/ledger/balance',
    permission,
    summary: 'The balance: what was earned and not paid out yet',
    output: Balance,
    handle: ({ db, actor }) => findBalance(db, actor.account),
  }),
]
