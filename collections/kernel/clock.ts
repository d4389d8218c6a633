import type { Payload } from 'payload'

type Clock = () => Temporal.Instant

/** Has the panel tell the time by the clock everything else is opened with. */
export const setClock = ({ config }: Payload, clock: Clock): void => void Object.assign(config.custom, { clock })

/**
 * The moment of a request to the panel. Payload serves it by itself, so that a hook and a page of the panel are where it comes in;
 * everything we serve is handed its moment instead.
 */
export const panelTime = ({ config }: Payload): Temporal.Instant =>
  ((config.custom['clock'] as Clock | undefined) ?? (() => Temporal.Now.instant()))()
