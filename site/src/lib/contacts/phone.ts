/** "612-555-0111" as a number phones can dial from anywhere: tel:+16125550111. A number written with + stays as it is. */
export const phoneHref = (phone: string): string => {
  const digits = phone.replace(/[^\d+]/g, '')
  return `tel:${digits.startsWith('+') ? digits : digits.length === 10 ? `+1${digits}` : digits.length === 11 ? `+${digits}` : digits}`
}
