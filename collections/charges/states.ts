const CHARGE_KINDS = ['rate', 'place', 'no-show', 'adjustment', 'reversal'] as const
export type ChargeKind = (typeof CHARGE_KINDS)[number]

export const CHARGE_KIND_LABELS = {
  rate: 'Place in a session',
  place: 'Place in a collaborative',
  'no-show': 'No-show fee',
  adjustment: 'Adjustment',
  reversal: 'Reversal',
} satisfies Record<ChargeKind, string>
