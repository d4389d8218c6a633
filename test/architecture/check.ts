import { circlesIn, violationsIn } from './boundaries.ts'
import { readImports } from './imports.ts'

// Part of `npm run check`: who may import whom, and that no folders import each other in a circle.
const imports = readImports()
const circles = circlesIn(imports).map((folders) => `import each other in a circle: ${folders.join(', ')}`)
const found = [...violationsIn(imports), ...circles]
if (found.length > 0) {
  console.error(`${found.join('\n')}\nWho may import whom stands in test/architecture/boundaries.ts.`)
  process.exit(1)
}
