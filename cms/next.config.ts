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
  images: { unoptimized: true },
  // The panel has to share these with the server around it. In a second copy of Payload no error is the kind of error it
  // knows, and what a form refuses would reach nobody.
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-sqlite',
    '@payloadcms/db-mongodb',
    '@payloadcms/email-nodemailer',
    'sharp',
  ],
}

export default withPayload(config, { devBundleServerPackages: false })
