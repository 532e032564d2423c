import { cards, readyToBuyBy } from './buyers.ts'
