import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readImports, ROOT } from './imports.ts'
import { pictureOf, withPicture } from './picture.ts'

// `npm run draw`: draws the picture of the house in CONTRIBUTING.md from the imports as they are.
const page = join(ROOT, 'CONTRIBUTING.md')
writeFileSync(page, withPicture(readFileSync(page, 'utf8'), pictureOf(readImports())))
