import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { browserOptions } from '../support/browser.ts'
import { startDemo } from '../support/demo.ts'

/** One server with the demo content and one browser for all tests here, which only look; nothing may go wrong in it. */
export const setup = async ({ provide }: TestProject) => {
  const [server, browser] = await Promise.all([startDemo(), chromium.launchServer(await browserOptions())])
  provide('site', server.base)
  provide('browser', browser.wsEndpoint())
  return async () => {
    await Promise.all([browser.close(), server.stop()])
    const errors = server.output().match(/.*(ERROR|⨯|uncaught).*/g)
    if (errors) throw new Error(`The server logged errors:\n${errors.join('\n')}`)
  }
}
