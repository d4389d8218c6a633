import type { Locator, Page } from 'playwright-core'

/**
 * Fills a field of a form of the panel and saves, on a clock that stands still until the test lets it go on. A moment after
 * each change the panel asks what the form looks like now and saves a draft; an answer to that, coming after a save was refused,
 * would wipe out what the refusal says beside the field.
 */
export const fillAndSave = async (page: Page, field: Locator, value: string): Promise<void> => {
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 1000)
  await field.fill(value)
  await page.locator('#action-save').click()
}
