const twoDigits = (amount: number) => String(amount).padStart(2, '0')

/** Seconds as a clock counts them, the same in both languages: “1:05:09”, “0:09”. */
export function formatClock(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return `${hours > 0 ? `${hours}:${twoDigits(minutes)}` : minutes}:${twoDigits(seconds % 60)}`
}
