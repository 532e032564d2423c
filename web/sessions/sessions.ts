import { queryOptions } from '@tanstack/react-query'
import { type Answer, call } from '../api.ts'

export type Session = Answer<'GET /me/sessions'>['items'][number]

export const sessions = queryOptions({ queryKey: ['sessions'], queryFn: () => call('GET /me/sessions') })
