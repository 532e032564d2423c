import { route, upload } from '../door/route.ts'
import type { Files } from '../ground/files.ts'
import { photoTypes, readPhoto } from './photo-files.ts'
import * as photos from './photos.ts'
import { Product } from './product.ts'
import { find } from './products.ts'

const permission = 'inventory.manage'
const path = '/accounts/:account/products/:product/photos'

export const photoRoutes = (files: Files) => [
  upload({
    path,
    permission,
    status: 201,
    summary: 'Add a photo to a product',
    takes: photoTypes,
    longest: 20_000_000,
    output: Product,
    receive: (bytes) => readPhoto(bytes),
    handle: async ({ db, actor, params, received }) => {
      const product = params.product as string
      await photos.add(db, actor, files, product, received)
      return find(db, actor, product)
    },
  }),
  route({
    method: 'PATCH',
    path,
    permission,
    summary: 'Put a product’s photos in another order',
    input: photos.PhotoOrder,
    output: Product,
    handle: async ({ db, actor, params, input }) => {
      const product = params.product as string
      await photos.arrange(db, actor, product, input.photos)
      return find(db, actor, product)
    },
  }),
  route({
    method: 'DELETE',
    path: `${path}/:photo`,
    permission,
    summary: 'Remove a photo',
    output: Product,
    handle: async ({ db, actor, params }) => {
      const product = params.product as string
      await photos.remove(db, actor, product, params.photo as string)
      return find(db, actor, product)
    },
  }),
]
