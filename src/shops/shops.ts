import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '../door/errors.ts'
import { rows, type Tx } from '../ground/db.ts'
import { after, pageSize, readCursor, toPage } from '../ground/page.ts'
import { anywhere, line } from '../ground/text.ts'
import { PhotoView, photoView } from '../inventory/photos.ts'
import { fields } from '../inventory/product.ts'
import { shownPhotos, shownProducts, windows } from './tables.ts'

const { condition } = fields
const shop = { id: z.string(), username: z.string(), name: z.string(), currency: z.string() }
export const Shop = z.object({ ...shop, categories: z.array(z.string()) }).meta({ id: 'Shop' })

export const ShopQuery = z.strictObject({
  /** In the title or the category. */
  search: line(200, 0).optional(),
  category: line(80, 0).optional(),
  condition: condition.optional(),
  after,
})

const offer = {
  id: z.string(),
  title: z.string(),
  /** In minor units of the shop's currency. */
  price: z.int(),
  condition,
  /** How many there are: 0 when sold out, and no more than 10 are told of. */
  available: z.int(),
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

/** As many categories are offered to choose from. */
const mostCategories = 50

/**
 * The shop that a username leads to. A former one leads there, too: the answer holds the present one.
 * @throws Refusal not_found: nobody's, or the account is closing
 */
export async function open(db: Tx, username: string): Promise<z.input<typeof Shop>> {
  const found = await windowOf(db, username)
  const categories = await rows<{ category: string }>(
    db,
    sql`select category from shop_categories(${found.id}, ${mostCategories}) as category`,
  )
  return { ...found, categories: categories.map(({ category }) => category) }
}

type Shelved = {
  id: string
  title: string
  condition: z.output<typeof condition>
  price: number
  available: number
  photo: string | null
  width: number
  height: number
}

/** What is on sale there, the latest first. */
export async function shelf(db: Tx, username: string, query: z.output<typeof ShopQuery>) {
  const { id: account } = await windowOf(db, username)
  const [last = null] = readCursor(query.after, 1) ?? []
  const { category = '', condition = null } = query
  const pattern = query.search ? anywhere(query.search) : null
  const found = await rows<Shelved>(
    db,
    sql`select * from shop_shelf(${account}, ${pattern}, ${category || null}, ${condition}, ${last}, ${pageSize + 1})`,
  )
  const { items, next } = toPage(found, ({ id }) => [id])
  return {
    items: items.map(({ photo, width, height, ...offer }) => ({
      ...offer,
      photo: photo === null ? null : photoView(account, { id: photo, width, height }),
    })),
    next,
  }
}

/** @throws Refusal not_found, also for what is no longer, or not yet, on sale */
export async function find(
  db: Tx,
  username: string,
  product: string,
): Promise<z.input<typeof ShopProductPage>> {
  const shop = await windowOf(db, username)
  const [found] = await db
    .select()
    .from(shownProducts)
    .where(and(eq(shownProducts.accountId, shop.id), eq(shownProducts.id, product)))
  if (!found) throw new Refusal('not_found')
  const photos = await db
    .select()
    .from(shownPhotos)
    .where(and(eq(shownPhotos.accountId, shop.id), eq(shownPhotos.productId, product)))
    .orderBy(asc(shownPhotos.position))
  return { ...found, shop, photos: photos.map((photo) => photoView(shop.id, photo)) }
}

/** @throws Refusal not_found */
export async function windowOf(db: Tx, username: string) {
  const [found] = await db
    .select({ id: windows.id, username: windows.username, name: windows.name, currency: windows.currency })
    .from(windows)
    .where(eq(windows.asked, username.toLowerCase()))
  if (!found) throw new Refusal('not_found')
  return found
}
