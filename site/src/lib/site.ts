import type { SiteView } from '#collections/home/view.ts'
import type { Messages } from '../messages/index.ts'

const worded = new WeakMap<Messages, WeakMap<SiteView, Messages>>()

const wordsFor = (t: Messages, site: SiteView): Messages => {
  const { shortName, home, strategies } = site
  return {
    ...t,
    site: { ...t.site, name: shortName, tagline: site.tagline, titleOf: (title) => `${title} · ${shortName}` },
    nav: { ...t.nav, home: t.nav.homeOf(shortName) },
    footer: { ...t.footer, line: site.footer },
    home: {
      ...t.home,
      title: home.title || t.home.title,
      lead: home.lead || t.home.lead,
      programs: home.doorsTitle || t.home.programs,
      programsLead: home.doorsLead,
    },
    strategies: {
      ...t.strategies,
      title: strategies.title || t.strategies.title,
      lead: strategies.lead || t.strategies.lead,
      source: strategies.source,
    },
    feeds: {
      ...t.feeds,
      author: site.name,
      title: t.feeds.titleFor(shortName),
      calendar: t.feeds.calendarFor(shortName),
      subtitle: site.tagline || home.lead || t.home.lead,
    },
  }
}

/** The texts of a page in the agency's own words; the same object until somebody changes these. */
export const inWordsOf = (site: SiteView, t: Messages): Messages => {
  const sites = worded.get(t) ?? new WeakMap<SiteView, Messages>()
  worded.set(t, sites)
  const words = sites.get(site) ?? wordsFor(t, site)
  sites.set(site, words)
  return words
}
