/** An organization as people choose it. */
export type OrganizationChoice = { id: string; name: string; member: boolean; hosting: boolean }
