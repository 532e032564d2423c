/** How many people can be invited with one request. */
export const maxInvitationsAtOnce = 100
