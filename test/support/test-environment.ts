/** Sessions are signed with it: a copy of the cast's database must be served with the same one. */
export const testSecret = 'a secret of the tests, long enough'

/** What every server of the tests is started with: free ports, a mailbox instead of mail, no rate limits. */
export const testEnvironment = {
  PORT: '0',
  MEDIA_PORT: '0',
  PUBLIC_URL: 'http://localhost',
  SECRET: testSecret,
  RATE_LIMIT_FACTOR: '1000',
}
