const DELIVERY_STATES = ['queued', 'delivered', 'failed'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

export const DELIVERY_STATE_LABELS = {
  queued: 'To be delivered',
  delivered: 'Delivered',
  failed: 'Given up',
} satisfies Record<DeliveryState, string>
