import { route, uploadRoute } from '../http/route.ts'
import type { FileStorage } from '../platform/files/file-storage.ts'
import { readPhoto } from '../platform/files/images.ts'
import { maxFileBytes, photoTypes } from '../platform/vocabulary.ts'
import { Product } from './product.ts'
import { addProductPhoto, arrangeProductPhotos, PhotoOrder, removeProductPhoto } from './product-photos.ts'
import { findProduct } from './products.ts'

const permission = 'inventory.manage'
const path = '/accounts/:account/products/:product/photos'

export const photoRoutes = (files: FileStorage) => [
  uploadRoute({
    path,
    permission,
    status: 201,
    summary: 'Add a photo to a product',
    takes: photoTypes,
    maxBytes: maxFileBytes,
    output: Product,
    receive: (bytes) => readPhoto(bytes),
    handle: async ({ db, actor, params, received }) => {
      const product = params.product
      await addProductPhoto(db, actor, files, product, received)
      return findProduct(db, actor, product)
    },
  }),
  route({
    method: 'PATCH',
    path,
    permission,
    summary: 'Change the order of a product’s photos',
    input: PhotoOrder,
    output: Product,
    handle: async ({ db, actor, params, input }) => {
      const product = params.product
      await arrangeProductPhotos(db, actor, product, input.photos)
      return findProduct(db, actor, product)
    },
  }),
  route({
    method: 'DELETE',
    path: `${path}/:photo`,
    permission,
    summary: 'Remove a photo',
    output: Product,
    handle: async ({ db, actor, params }) => {
      const product = params.product
      await removeProductPhoto(db, actor, product, params.photo)
      return findProduct(db, actor, product)
    },
  }),
]
