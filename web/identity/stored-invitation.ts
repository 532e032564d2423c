/**
 * The token of an invitation, stored in this browser, so that it survives signing up and in without being part of an
 * address. The tab's own storage is enough, except when a mail will open another tab: then `keepForMail` is called
 * first.
 */
const key = 'stagedoor.invitation'

export const storedInvitation = {
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
