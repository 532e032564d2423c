/** A count as text. At the limit up to which the server counts, it is “99+”. */
export const formatCappedCount = (count: number, most: number) =>
  count >= most ? `${most - 1}+` : String(count)
