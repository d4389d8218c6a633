import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { browserOptions } from '../support/browser.ts'
import { startServer } from '../support/server.ts'

/** One server with the demo content and one browser for all tests here. */
export const setup = async (project: TestProject): Promise<() => Promise<unknown>> => {
  const [server, browser] = await Promise.all([startServer(), chromium.launchServer(await browserOptions())])
  project.provide('site', server.base)
  project.provide('browser', browser.wsEndpoint())
  return () => Promise.all([browser.close(), server.stop()])
}
