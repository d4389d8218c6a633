import '@payloadcms/next/css'
import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import '@fontsource-variable/fraunces/index.css'
import './panel.css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { LOCALES } from '#collections/values/locale.ts'
import { config } from '../config.ts'
import { importMap } from './admin/importMap.js'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return handleServerFunctions({ ...args, config, importMap })
}

const Layout = ({ children }: { children: ReactNode }) => (
  <RootLayout
    config={config}
    htmlProps={{ className: LOCALES.length === 1 ? 'one-language' : 'languages' }}
    importMap={importMap}
    serverFunction={serverFunction}
  >
    {children}
  </RootLayout>
)

export default Layout
