export const showStatuses = ['scheduled', 'live', 'stopped', 'ended', 'cancelled'] as const
/**
 * What lists of shows can be filtered by. `upcoming`: scheduled. `live`: on the air, or stopped and can still be
 * continued. `past`: ended or cancelled.
 */
export const showLists = ['upcoming', 'live', 'past'] as const
/** `public`: everybody can find the show. `link`: only people with its address can. */
export const discoverabilities = ['public', 'link'] as const
export const repeatIntervals = ['day', 'week', 'fortnight'] as const

/** The limits of a show's texts, in characters. */
export const showLimits = { title: 120, description: 5000, category: 80, cancellationReason: 500 } as const
/** How many shows a series can have, including the first. */
export const repeatTimes = { min: 2, max: 52 } as const
/** How many products one show can have. */
export const maxLineupProducts = 500
