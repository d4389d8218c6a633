/** Who we are. `address`: several lines; where money and letters go. `printsUnits`: certificates print CEU beside clock hours. */
export type AgencyView = { name: string; address: string; taxId: string | null; printsUnits: boolean }

/** What stands there until an admin writes something else. */
export const AGENCY: AgencyView = {
  name: 'Onramp Education Collaborative',
  address: 'Registration desk\n400 Example Avenue\nTamarack Bend, MN 55000',
  taxId: null,
  printsUnits: false,
}
