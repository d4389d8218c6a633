import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// `npm run migration -- <name>`: Payload writes the migration; its type imports are then marked as such, because Node
// runs our TypeScript by leaving the types out.
const folder = fileURLToPath(new URL('./migrations/', import.meta.url))
execFileSync('payload', ['--disable-transpile', 'migrate:create', ...process.argv.slice(2)], { stdio: 'inherit' })
for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'index.ts')) {
  const text = readFileSync(folder + name, 'utf8')
  writeFileSync(
    folder + name,
    text.replace('{ MigrateUpArgs, MigrateDownArgs,', '{ type MigrateUpArgs, type MigrateDownArgs,'),
  )
}
const index = readFileSync(`${folder}index.ts`, 'utf8')
writeFileSync(`${folder}index.ts`, index.replace(/from '(\.\/[^']+?)(\.ts)?'/g, "from '$1.ts'"))
