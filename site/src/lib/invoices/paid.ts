/** The year a letter about payments is asked for; undefined for none of four digits. */
export const yearIn = ({ searchParams }: URL): number | undefined => {
  const year = searchParams.get('year') ?? ''
  return /^[12]\d{3}$/.test(year) ? Number(year) : undefined
}
