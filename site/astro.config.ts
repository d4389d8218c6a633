import node from '@astrojs/node'
import { defineConfig } from 'astro/config'
import { twoStyleSheets } from './style-sheets.ts'

// Rendered on request behind the Express server of cms/server, which owns the host, the headers and the cache.
export default defineConfig({
  output: 'server',
  // Pages are sent once they are whole: an error halfway becomes the error page, not half a page.
  adapter: node({ mode: 'middleware', bodySizeLimit: 12_000_000, experimentalDisableStreaming: true }),
  integrations: [twoStyleSheets()],
  session: false,
  trailingSlash: 'never',
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Nothing inline: the content security policy allows only files of ours.
  vite: { build: { assetsInlineLimit: 0 }, ssr: { noExternal: ['cookie'] } },
})
