/** The parameter names of a path: `account` and `order` for `/accounts/:account/orders/:order`. */
export type PathNames<Path> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathNames<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** The values of a path's parameters, by name. A name that the path does not contain does not compile. */
export type PathParams<Path extends string> = Record<PathNames<Path>, string>
