import { addKey } from './badge-keys.ts'
import { BadSetting, readEnvironment } from './env.ts'

// `npm run new-badge-key`: badges are signed with a new key from the next start on.
try {
  const { badgeKeys } = readEnvironment(process.env)
  if (badgeKeys.given)
    throw new BadSetting('BADGE_KEY is set. Give it a new key instead; the old one stays verifiable.')
  const keys = await addKey(badgeKeys.file)
  console.log(`New badges are signed with the key ${keys.at(-1)!.kid} from the next start on.`)
} catch (error) {
  if (!(error instanceof BadSetting)) throw error
  console.error(`Onramp cannot make a key: ${error.message}`)
  process.exit(1)
}
