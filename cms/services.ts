import type { Payload } from 'payload'
import type { CatalogSource } from '#collections/catalog/source.ts'
import type { Turn } from '#collections/services/followups.ts'
import { createServices, type Services } from '#collections/services/index.ts'
import { badgeKeysOf } from './badge-keys.ts'
import type { Environment } from './env.ts'

/** The settings services are opened with. */
export type ServiceSettings = Pick<Environment, 'siteUrl' | 'timeZone' | 'secret' | 'badgeKeys'>

type Given = {
  payload: Payload
  env: ServiceSettings
  source: CatalogSource
  clock: () => Temporal.Instant
  /** Nothing is sent, whatever mail server is set up. */
  keepsMail?: boolean
  /** Whether what follows is for this process to do; without it, it is the only one. */
  turn?: Turn
}

/** Opens everything we do on a database, with the keys of this installation. */
export const openServices = ({ env, ...given }: Given): Promise<Services> =>
  createServices({ ...given, env, badgeKeys: badgeKeysOf(env.badgeKeys) })
