/*
 * Loaded before a node with `--import`: its clock is off by CLOCK_SHIFT_SECONDS, as on a machine that is set wrongly.
 * The monotonic clock runs as it does.
 */
const shiftMs = Number(process.env.CLOCK_SHIFT_SECONDS) * 1000
const RightDate = Date
const wrongNow = () => RightDate.now() + shiftMs

globalThis.Date = new Proxy(RightDate, {
  construct: (target, given, made) =>
    Reflect.construct(target, given.length === 0 ? [wrongNow()] : given, made),
  apply: () => new RightDate(wrongNow()).toString(),
  get: (target, name) => (name === 'now' ? wrongNow : Reflect.get(target, name)),
})
