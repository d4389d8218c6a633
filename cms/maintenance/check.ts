import { join } from 'node:path'
import { openPayload } from '../database.ts'
import type { Environment } from '../env.ts'
import { addressTrouble } from './address.ts'
import { contentTrouble } from './content.ts'
import { databaseTrouble } from './database.ts'
import { backupTrouble, filesTrouble, folderTrouble } from './disk.ts'
import type { Finding } from './finding.ts'
import { logTrouble } from './log.ts'
import { mailTrouble } from './mail.ts'
import { settingsTrouble } from './settings.ts'

/** Everything that is wrong with this installation, as far as it can be seen from here. Nothing is changed. */
export const check = async (env: Environment, now: Temporal.Instant): Promise<Finding[]> => {
  const outside = Promise.all([mailTrouble(env.smtpUrl), addressTrouble(env)])
  const database = env.isEmbedded
    ? databaseTrouble(env.databaseUrl.replace(/^file:/, '') || join(env.dataDir, 'onramp.db'))
    : { findings: [], isUsable: true }
  const found = [...settingsTrouble(env), ...(await folderTrouble(env)), ...backupTrouble(env, now)]
  found.push(...(await outside).flat(), ...database.findings)
  if (!database.isUsable) return found
  const payload = await openPayload(env)
  try {
    const asked = { payload, now, zone: env.timeZone }
    return [
      ...found,
      ...(await contentTrouble(asked)),
      ...(await logTrouble(asked)),
      ...(await filesTrouble(env, payload)),
    ]
  } finally {
    await payload.destroy()
  }
}
