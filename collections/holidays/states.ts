export const REPEAT_LABELS = {
  once: 'Only on this day',
  yearly: 'Every year on this date',
  weekday: 'Every year on the same weekday of the month, counted from its beginning',
  'last-weekday': 'Every year on the last such weekday of the month',
}
/** How a holiday comes back. */
export type Repeat = keyof typeof REPEAT_LABELS
