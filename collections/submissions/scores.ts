/** A level that a reviewer gave, and why. */
export type Score = { level: string; comment: string }
/** By the ids of slots. */
export type Scores = Readonly<Record<string, Score>>
