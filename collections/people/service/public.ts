import type { Context } from '../../context/context.ts'
import type { OwnForm } from '../schema.ts'
import { correctOwn, myViewOf, requestMyLink } from './my.ts'

/** What a mailbox may ask about itself. */
export const publicPeople = (context: Context) => ({
  /** Writes to the mailbox, if anybody there ever registered; says nothing either way. */
  sendLink: (email: string) => requestMyLink(context, email),
  read: (token: string) => myViewOf(context, token),
  /** Corrects what one of the people of a mailbox may correct of themselves. */
  correct: (token: string, place: number, form: OwnForm & { shown: string }) => correctOwn(context, token, place, form),
})
