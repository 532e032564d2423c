/** The acts that the pages can word; the record may hold others one day, and those are shown by their code. */
export const acts = [
  'team.invited',
  'team.invitation_resent',
  'team.invitation_cancelled',
  'team.invitation_role_changed',
  'team.link_copied',
  'team.joined',
  'team.declined',
  'team.role_changed',
  'team.end_changed',
  'team.removed',
  'team.left',
  'team.access_ended',
  'account.renamed',
  'account.username_changed',
  'account.password_changed',
  'account.closed',
  'account.restored',
  'account.transferred',
  'inventory.created',
  'inventory.edited',
  'inventory.stock_moved',
  'inventory.archived',
  'inventory.restored',
  'door.refused',
] as const

export const knownAct = (act: string) => acts.find((one) => one === act)
