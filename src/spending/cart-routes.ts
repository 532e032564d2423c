import { z } from 'zod'
import { route } from '../http/route.ts'
import { PageOf } from '../platform/database/keyset-page.ts'
import {
  Address,
  AddressChange,
  createAddress,
  editAddress,
  listAddresses,
  NewAddress,
  removeAddress,
} from './addresses.ts'
import {
  addToCart,
  Cart,
  CartAddition,
  CartChange,
  changeCartQuantity,
  findCart,
  removeFromCart,
} from './cart.ts'

const permission = 'money.spend'

/** The routes for the cart and the addresses. */
export const cartRoutes = () => [
  route({
    method: 'GET',
    path: '/accounts/:account/cart',
    permission,
    summary: 'The account’s cart, by shop',
    output: Cart,
    handle: ({ db, actor }) => findCart(db, actor),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/cart',
    permission,
    summary: 'Add a product to the cart',
    input: CartAddition,
    output: Cart,
    handle: ({ db, actor, input }) => addToCart(db, actor, input),
  }),
  route({
    method: 'PATCH',
    path: '/accounts/:account/cart/:product',
    permission,
    summary: 'Change the quantity of a product in the cart',
    input: CartChange,
    output: Cart,
    handle: ({ db, actor, input, params }) => changeCartQuantity(db, actor, params.product, input),
  }),
  route({
    method: 'DELETE',
    path: '/accounts/:account/cart/:product',
    permission,
    summary: 'Remove a product from the cart',
    output: Cart,
    handle: ({ db, actor, params }) => removeFromCart(db, actor, [params.product]),
  }),
  route({
    method: 'GET',
    path: '/accounts/:account/addresses',
    permission,
    summary: 'The account’s addresses, the preferred one first',
    output: PageOf(Address),
    handle: ({ db, actor }) => listAddresses(db, actor),
  }),
  route({
    method: 'POST',
    path: '/accounts/:account/addresses',
    permission,
    status: 201,
    summary: 'Add an address',
    input: NewAddress,
    output: Address,
    handle: ({ db, actor, input }) => createAddress(db, actor, input),
  }),
  route({
    method: 'PATCH',
    path: '/accounts/:account/addresses/:address',
    permission,
    summary: 'Change an address, or make it the preferred one',
    input: AddressChange,
    output: Address,
    handle: ({ db, actor, input, params }) => editAddress(db, actor, params.address, input),
  }),
  route({
    method: 'DELETE',
    path: '/accounts/:account/addresses/:address',
    permission,
    summary: 'Remove an address',
    output: z.object({}),
    handle: ({ db, actor, params }) => removeAddress(db, actor, params.address),
  }),
]
