import { z } from 'zod'
import { route } from '../door/route.ts'
import { Page } from '../ground/page.ts'
import * as addresses from './addresses.ts'
import { Address } from './addresses.ts'
import * as cart from './cart.ts'
import { Cart } from './cart.ts'

const permission = 'money.spend'

/** What buying needs before it: a cart, and where to send it. */
export const cartRoutes = () => [
  route({
    method: 'GET',
    path: '/accounts/:account/cart',
    permission,
    summary: 'What the account means to buy, shop by shop',
    output: Cart,
    handle: ({ db, actor }) => cart.show(db, actor),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/cart',
    permission,
    summary: 'Put more of a product into the cart',
    input: cart.CartAddition,
    output: Cart,
    handle: ({ db, actor, input }) => cart.add(db, actor, input),
  }),
  route({
    method: 'PATCH',
    path: '/accounts/:account/cart/:product',
    permission,
    summary: 'Change how many of a product are in the cart',
    input: cart.CartChange,
    output: Cart,
    handle: ({ db, actor, input, params }) => cart.change(db, actor, params.product as string, input),
  }),
  route({
    method: 'DELETE',
    path: '/accounts/:account/cart/:product',
    permission,
    summary: 'Take a product out of the cart',
    output: Cart,
    handle: ({ db, actor, params }) => cart.remove(db, actor, [params.product as string]),
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/addresses',
    permission,
    summary: 'Where the account has its purchases sent, the preferred address first',
    output: Page(Address),
    handle: ({ db, actor }) => addresses.list(db, actor),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/addresses',
    permission,
    status: 201,
    summary: 'Add an address',
    input: addresses.NewAddress,
    output: Address,
    handle: ({ db, actor, input }) => addresses.create(db, actor, input),
  }),
  route({
    method: 'PATCH',
    path: '/accounts/:account/addresses/:address',
    permission,
    summary: 'Change an address, or prefer it',
    input: addresses.AddressChange,
    output: Address,
    handle: ({ db, actor, input, params }) => addresses.edit(db, actor, params.address as string, input),
  }),
  route({
    method: 'DELETE',
    path: '/accounts/:account/addresses/:address',
    permission,
    summary: 'Remove an address',
    output: z.object({}),
    handle: ({ db, actor, params }) => addresses.remove(db, actor, params.address as string),
  }),
]
