import type { Payload } from 'payload'

/** The name of the mail adapter with which nothing leaves the machine. */
export const KEEPS = 'kept'

/** Whether a mail server is set up. */
export const sendsMail = ({ email }: Pick<Payload, 'email'>): boolean => email.name !== KEEPS
