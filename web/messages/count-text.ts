/** As the counts are told: more than can be counted quickly are “99+”. */
export const countText = (count: number, most: number) => (count >= most ? `${most - 1}+` : String(count))
