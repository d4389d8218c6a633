// Runs before `npm start` and `npm test`, on whatever Node started npm: installs what the lockfile names, then builds
// what is stale. Plain JavaScript without imports from packages, because there may be none yet.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BUILDS, fingerprint } from './build-inputs.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const STAMPS = join(ROOT, 'node_modules', '.onramp')
const PINNED_NODE = join(ROOT, 'node_modules', '.bin', 'node')

const stop = (sentence) => {
  console.error(`Onramp cannot start: ${sentence}`)
  process.exit(1)
}

const stampOf = (name) => (existsSync(join(STAMPS, name)) ? readFileSync(join(STAMPS, name), 'utf8') : '')
const keepStamp = (name, value) => {
  mkdirSync(STAMPS, { recursive: true })
  writeFileSync(join(STAMPS, name), value)
}

const run = (command, args, env = {}) => {
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  if (status !== 0) stop(`“${[command, ...args].join(' ')}” failed; what it said stands above.`)
}

const install = () => {
  const wanted = fingerprint(['package-lock.json'])
  if (stampOf('install') === wanted) return
  console.log('Installing packages (the first time takes a minute or two)')
  // Not `npm ci`: it refuses a lockfile that leaves out the builds of other systems a registry does not offer.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel', 'error'])
  keepStamp('install', wanted)
}

const { optionalDependencies: packages } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const OWN_PACKAGE = `node-${process.platform}-${process.arch}`
const [WANTED_NODE] = Object.values(packages)

const isNewEnough = (version) => version.localeCompare(WANTED_NODE, 'en', { numeric: true }) >= 0

const startsPinnedNode = () => {
  try {
    return isNewEnough(execFileSync(PINNED_NODE, ['--version'], { encoding: 'utf8', stdio: 'pipe' }).trim().slice(1))
  } catch {
    return false
  }
}

/** Without a package of Node for this system, everything runs on the Node that started npm. */
const checkOwnNode = () => {
  if (OWN_PACKAGE in packages || isNewEnough(process.versions.node)) return
  stop(
    `on ${process.platform} ${process.arch} it runs on the Node that starts it, which has to be ${WANTED_NODE} or newer, and this is ${process.version}.`,
  )
}

const checkPinnedNode = () => {
  if (startsPinnedNode() || (!existsSync(PINNED_NODE) && isNewEnough(process.versions.node))) return
  stop(
    `the Node it runs on (${OWN_PACKAGE} ${WANTED_NODE}) is missing or does not start here. Run “npm install” without --omit=optional.`,
  )
}

const build = ({ name, says, from, makes, command: [tool, ...args] }) => {
  const wanted = fingerprint(from)
  if (stampOf(name) === wanted && existsSync(join(ROOT, makes))) return
  console.log(says)
  run(join(ROOT, 'node_modules', '.bin', tool), args, {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    PATH: `${dirname(PINNED_NODE)}:${process.env.PATH}`,
  })
  keepStamp(name, wanted)
}

if (Number(process.versions.node.split('.')[0]) < 20) stop(`it needs Node 20 or newer, and this is ${process.version}.`)
checkOwnNode()
install()
checkPinnedNode()
if (!process.argv.includes('--only-install')) for (const one of BUILDS) build(one)
