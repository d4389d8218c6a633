import node from '@astrojs/node'
import { defineConfig } from 'astro/config'

// Rendered on request behind the Express server of cms/server, which owns the host, the headers and the cache.
export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware', bodySizeLimit: 1_048_576 }),
  session: false,
  trailingSlash: 'never',
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: { ssr: { noExternal: ['cookie'] } },
})
