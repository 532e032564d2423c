import { expect, test } from 'vitest'
import { usernameFault } from '../../src/identity/vocabulary.ts'
import { suggestUsername } from './username.ts'

test.each([
  ['Zoé Le Gall', 'zoe.le.gall'],
  ['  Olga  ', 'olga'],
  ['Ægir', 'gir'],
  ['李', ''],
  ['Maximilienne de la Tour du Pin Gouvernet', 'maximilienne.de.la.tour.du.pin'],
])('a name suggests a username: %s', (name, username) => {
  expect(suggestUsername(name)).toBe(username)
})

test.each([
  ['maison.ours', null],
  ['7seas_-.', null],
  ['.ours', 'usernameStart'],
  ['Ours', 'usernameCharacters'],
  ['zoé', 'usernameCharacters'],
  ['ab', 'usernameLength'],
  ['a'.repeat(31), 'usernameLength'],
])('%s is refused as a username: %s', (username, fault) => {
  expect(usernameFault(username)).toBe(fault)
})
