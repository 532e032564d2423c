import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../errors/refusal.ts'
import { productFields } from '../inventory/product.ts'
import { maxPublicStock, productLimits } from '../inventory/vocabulary.ts'
import { byKey } from '../platform/database/by-key.ts'
import { queryRows, type Tx } from '../platform/database/database.ts'
import { cursorParam, pageSize, readCursor, toPage } from '../platform/database/keyset-page.ts'
import { PhotoView, toPhotoView } from '../platform/files/photo-urls.ts'
import { containsPattern, singleLine } from '../platform/text-schemas.ts'
import { publicShops, shopPhotos, shopProducts } from './tables.ts'

const { condition } = productFields
const shop = { id: z.string(), username: z.string(), name: z.string(), currency: z.string() }
export const Shop = z.object({ ...shop, categories: z.array(z.string()) }).meta({ id: 'Shop' })

export const ShopQuery = z.strictObject({
  search: singleLine(200, 0).optional().describe('A text that the title or the category contains.'),
  category: singleLine(productLimits.category, 0).optional(),
  condition: condition.optional(),
  after: cursorParam,
})

const offer = {
  id: z.string(),
  title: z.string(),
  price: z.int().describe("In minor units of the shop's currency."),
  condition,
  available: z
    .int()
    .describe(
      `How many there are: 0 when sold out, and at most ${maxPublicStock}, so that the stock is not public.`,
    ),
}
export const ShopProduct = z.object({ ...offer, photo: PhotoView.nullable() }).meta({ id: 'ShopProduct' })
export const ShopProductPage = z
  .object({
    ...offer,
    category: z.string(),
    description: z.string(),
    photos: z.array(PhotoView),
    shop: z.object(shop),
  })
  .meta({ id: 'ShopProductPage' })

/** How many categories a shop's page offers at most. */
const maxCategories = 50

/**
 * Finds the shop with this username. A former username works, too; the answer contains the current one.
 * @throws Refusal not_found if no account has the username, or if the account is closing
 */
export async function findShop(db: Tx, username: string): Promise<z.input<typeof Shop>> {
  const found = await findShopWindow(db, username)
  const categories = await queryRows<{ category: string }>(
    db,
    sql`select category from shop_categories(${found.id}, ${maxCategories}) as category`,
  )
  return { ...found, categories: categories.map(({ category }) => category) }
}

type ProductOnSale = {
  id: string
  title: string
  condition: z.output<typeof condition>
  price: number
  available: number
  photo: string | null
  width: number
  height: number
}

/**
 * Lists what the shop has on sale, the latest first.
 * @throws Refusal not_found
 */
export async function listShopProducts(db: Tx, username: string, query: z.output<typeof ShopQuery>) {
  const { id: account } = await findShopWindow(db, username)
  const [last = null] = readCursor(query.after, 1) ?? []
  const { category = '', condition = null } = query
  const pattern = query.search ? containsPattern(query.search) : null
  const found = await queryRows<ProductOnSale>(
    db,
    sql`select * from list_shop_products(${account}, ${pattern}, ${category || null}, ${condition}, ${last}, ${pageSize + 1})`,
  )
  const { items, next } = toPage(found, ({ id }) => [id])
  return {
    items: items.map(({ photo, width, height, ...offer }) => ({
      ...offer,
      photo: photo === null ? null : toPhotoView(account, { id: photo, width, height }),
    })),
    next,
  }
}

/**
 * Finds one product that is on sale.
 * @throws Refusal not_found, also for a product that is not on sale
 */
export async function findShopProduct(
  db: Tx,
  username: string,
  product: string,
): Promise<z.input<typeof ShopProductPage>> {
  const shop = await findShopWindow(db, username)
  const [found] = await db
    .select()
    .from(shopProducts)
    .where(byKey(shopProducts, shop.id, product))
  if (!found) throw new Refusal('not_found')
  const photos = await db
    .select()
    .from(shopPhotos)
    .where(and(eq(shopPhotos.accountId, shop.id), eq(shopPhotos.productId, product)))
    .orderBy(asc(shopPhotos.position))
  return {
    id: found.id,
    title: found.title,
    price: found.price,
    condition: found.condition,
    available: found.available,
    category: found.category,
    description: found.description,
    photos: photos.map((photo) => toPhotoView(shop.id, photo)),
    shop,
  }
}

/** @throws Refusal not_found */
export async function findShopWindow(db: Tx, username: string) {
  const [found] = await db
    .select(windowFields)
    .from(publicShops)
    .where(eq(publicShops.asked, username.toLowerCase()))
  if (!found) throw new Refusal('not_found')
  return found
}

const windowFields = {
  id: publicShops.id,
  username: publicShops.username,
  name: publicShops.name,
  currency: publicShops.currency,
}

/** Another account's shop, with its public fields. */
export type PublishedShop = { id: string; username: string; name: string; currency: string }

/** Finds a shop by its account's id. @returns undefined if there is no such shop, or if it is closing */
export async function findShopById(db: Tx, id: string): Promise<PublishedShop | undefined> {
  const [found] = await db
    .select(windowFields)
    .from(publicShops)
    .where(and(eq(publicShops.id, id), eq(publicShops.asked, publicShops.username)))
  return found
}

/** The current username of an account's shop; null if the account is closing. */
export const shopUsernameOf = async (db: Tx, id: string): Promise<string | null> =>
  (await findShopById(db, id))?.username ?? null
