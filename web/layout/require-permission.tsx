import { Outlet, useMatches } from '@tanstack/react-router'
import { useMay } from '../session/account-context.ts'
import { MissingPermission } from './missing-permission.tsx'

/** Shows the page, or says which permission the role lacks and who can grant it. */
export function RequirePermission() {
  const may = useMay()
  const asked = useMatches({ select: (matches) => matches.at(-1)?.staticData.permission })
  return asked && !may(asked) ? <MissingPermission permission={asked} /> : <Outlet />
}
