import { useBlocker } from '@tanstack/react-router'
import { useWakeLock } from '../../watch/use-wake-lock.ts'

/** While on the air, keeps the screen on, and asks for confirmation before the page is left. */
export function useConfirmLeave(isOn: boolean) {
  useWakeLock(isOn)
  return useBlocker({
    shouldBlockFn: ({ current, next }) => isOn && current.pathname !== next.pathname,
    enableBeforeUnload: isOn,
    withResolver: true,
  })
}
