// What a build is made from. Plain JavaScript without imports from packages, as prepare.mjs, which asks.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Every file below a folder or at a path, in a fixed order, without what building makes. */
const filesIn = (path) => {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const skipped = new Set(['.next', 'dist', '.astro', 'node_modules', 'next-env.d.ts'])
  return readdirSync(path)
    .filter((name) => !skipped.has(name))
    .sort()
    .flatMap((name) => filesIn(join(path, name)))
}

/** What a source names between quotes behind `from`, `import` or `import(`, or in `@import`; types are gone once it is built. */
const IMPORTS = /(?:^|[\s;}])(?:(?:import|export)(?!\s+type\b)\s[^'"()]*?|@import\s+|import\s*\(\s*)['"]([^'"?]+)/g

/** The file of ours that `name` means in `file`; undefined for what the lockfile names. */
const importedFile = (file, name) => {
  if (!/^[.#]/.test(name)) return undefined
  const path = name.startsWith('#') ? join(ROOT, name.slice(1)) : join(dirname(file), name)
  return ['', '.ts', '.tsx', '.js']
    .map((ending) => path + ending)
    .find((one) => existsSync(one) && statSync(one).isFile())
}

/** All files at and below these paths, and all of ours they import, and those in turn; a fixed order. */
export const sourcesOf = (paths) => {
  const found = new Set(paths.flatMap((path) => filesIn(join(ROOT, path))))
  for (const file of found) {
    if (!/(?<!\.d)\.(tsx?|m?js|astro|css)$/.test(file)) continue
    for (const [, name] of readFileSync(file, 'utf8').matchAll(IMPORTS)) {
      const imported = importedFile(file, name)
      if (imported) found.add(imported)
    }
  }
  return [...found].sort()
}

/** Changes with anything that is built from these paths. */
export const fingerprint = (paths) => {
  const hash = createHash('sha256')
  for (const file of sourcesOf(paths)) hash.update(file.slice(ROOT.length)).update(readFileSync(file))
  return hash.digest('hex')
}

/** Where each build begins. A change in that, or in what it imports, makes it stale; rules the panel only runs do not. */
export const BUILDS = [
  {
    name: 'site',
    says: 'Building the public site',
    from: ['site', 'package-lock.json', 'tsconfig.json'],
    makes: 'site/dist/server/entry.mjs',
    command: ['astro', 'build', '--root', 'site'],
  },
  {
    name: 'panel',
    says: 'Building the panel (about half a minute)',
    from: ['cms/app', 'cms/next.config.ts', 'cms/tsconfig.json', 'package-lock.json', 'tsconfig.json'],
    makes: 'cms/.next/BUILD_ID',
    command: ['next', 'build', 'cms'],
  },
]
