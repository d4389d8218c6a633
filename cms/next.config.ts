import { fileURLToPath } from 'node:url'
import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const root = fileURLToPath(new URL('..', import.meta.url))

const config: NextConfig = {
  typescript: { ignoreBuildErrors: true },
  turbopack: { root },
  experimental: { externalDir: true },
  poweredByHeader: false,
  compress: false,
}

export default withPayload(config, { devBundleServerPackages: false })
