/** Words that every area uses. */
export const common = {
  roles: { owner: 'Owner', admin: 'Admin', seller: 'Seller', support: 'Support' },
  purposes: {
    owner: 'The account’s creator. This role cannot be given.',
    admin: 'Highly trusted people who help run day-to-day operations.',
    seller: 'People who mainly run the shop’s livestreams.',
    support: 'People who mainly prepare shows, ship and fulfil orders, and serve customers.',
  },
} as const
