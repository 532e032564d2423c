/** Characters that the texts of a person and of their account may have. */
export const identityLimits = {
  /** A person's name, or an account's. */
  name: 80,
  username: { min: 3, max: 30 },
  password: { min: 10, max: 128 },
  /** The six digits of an authenticator app's code as they are typed, with spaces. */
  twoFactorCode: 9,
} as const
