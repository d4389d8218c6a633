/** The words of the desk: rosters, waitlists, the door, cases and checks. */
export const staff = {}
