import { addKey, retireKey } from './badge-keys.ts'
import { BadSetting, readEnvironment } from './env.ts'

// `npm run new-badge-key`: badges are signed with a new key from the next start on. With `-- --retire <key>` a key that others may have
// got hold of counts no more, and what we gave with it is signed anew.
try {
  const { badgeKeys } = readEnvironment(process.env)
  const [flag, kid = ''] = process.argv.slice(2)
  if (flag === '--retire') {
    const isDone = await retireKey(badgeKeys.file, kid, Temporal.Now.instant().toString())
    if (!isDone) throw new BadSetting(`There is no key ${kid || 'without a name'}.`)
    console.log(`The key ${kid} is retired from the next start on. What we gave with it is signed anew then.`)
  } else {
    if (badgeKeys.given)
      throw new BadSetting('BADGE_KEY is set. Give it a new key instead; the old one stays verifiable.')
    const keys = await addKey(badgeKeys.file)
    console.log(`New badges are signed with the key ${keys.at(-1)!.kid} from the next start on.`)
  }
} catch (error) {
  if (!(error instanceof BadSetting)) throw error
  console.error(`Onramp cannot change the keys: ${error.message}`)
  process.exit(1)
}
