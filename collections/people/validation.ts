import { isMailAddress } from '../values/mail-address.ts'

/** A mail address, or none: somebody who stands at the door may have none. */
export const isAddressOrNone = (value: unknown): true | string =>
  value === '' || value == null || (typeof value === 'string' && isMailAddress(value))
    ? true
    : 'This is not an e-mail address. It looks like name@example.org.'
