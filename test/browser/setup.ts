import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { browserOptions } from '../support/browser.ts'
import { startDemo } from '../support/demo.ts'
import { openGate } from '../support/gate.ts'

/** One server with the demo content and one browser for all tests here, which only look; nothing may go wrong in it. */
export const setup = async ({ provide }: TestProject) => {
  const [demo, browser] = await Promise.all([startDemo(), chromium.launchServer(await browserOptions())])
  const gate = await openGate(demo.server.then(() => ({})))
  provide('site', demo.base)
  provide('browser', browser.wsEndpoint())
  provide('atSite', gate.url)
  return async () => {
    gate.close()
    const [output] = await Promise.all([demo.stop(), browser.close()])
    const errors = output.match(/.*(ERROR|"level":"(error|fatal)"|⨯|uncaught).*/g)
    if (errors) throw new Error(`The server logged errors:\n${errors.join('\n')}`)
  }
}
