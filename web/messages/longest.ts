/** Characters of a message, of a note and of a saved reply, as the server takes them. */
export const longestText = 4000
