/**
 * The invitation that this browser holds, so that it survives signing up and in without ever being part of an
 * address. The tab's own storage is enough until a mail opens another tab: before that, `keepForMail`.
 */
const key = 'stagedoor.invitation'

export const pendingInvitation = {
  read: () => sessionStorage.getItem(key) ?? localStorage.getItem(key),

  keep(token: string) {
    localStorage.removeItem(key)
    sessionStorage.setItem(key, token)
  },

  keepForMail() {
    const token = this.read()
    if (token) localStorage.setItem(key, token)
  },

  forget() {
    sessionStorage.removeItem(key)
    localStorage.removeItem(key)
  },
}
