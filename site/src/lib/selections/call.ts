/** The call an address names, such as `program:peers`; nothing where the address is no text. */
export const callIn = (param: string | undefined): string => {
  try {
    return decodeURIComponent(param ?? '')
  } catch {
    return ''
  }
}
