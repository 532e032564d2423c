import { useBlocker } from '@tanstack/react-router'
import { useAwake } from '../room/awake.ts'

/** While on the air, the screen stays on, and whoever is about to leave the page is asked first. */
export function useStaying(isOn: boolean) {
  useAwake(isOn)
  return useBlocker({
    shouldBlockFn: ({ current, next }) => isOn && current.pathname !== next.pathname,
    enableBeforeUnload: isOn,
    withResolver: true,
  })
}
