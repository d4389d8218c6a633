import type { SanitizedConfig } from 'payload'

declare global {
  /** Left by server/panel.ts before Next loads anything that reads it. */
  var panelConfig: SanitizedConfig
}

/**
 * The config of the running Payload. Taken from the process, not imported: so the panel is built without the rules behind
 * it, and none of them is there twice.
 */
export const config = Promise.resolve(globalThis.panelConfig)
