import { AGENCY } from '../agency/view.ts'
import type { Agency, Home } from '../kernel/payload-types.ts'
import { imageView, type ImageView } from '../media/view.ts'
import type { Media } from '../kernel/payload-types.ts'
import { circlePalette, isHexColor, type CirclePalette } from '../values/color.ts'

type Link = { title: string; path: string }
type Door = Link & { text: string }

/** The agency and its site, in its own words and colors. What nobody has written is empty. */
export type SiteView = {
  name: string
  shortName: string
  tagline: string
  logo: ImageView | null
  icon: string | null
  share: string | null
  brand: CirclePalette | null
  home: { title: string; lead: string; doorsTitle: string; doorsLead: string; doors: Door[] }
  menu: Link[]
  footer: string
  strategies: { title: string; lead: string; source: string }
}

type Documents = { agency: Agency; home: Home }
type MediaOf = (related: Agency['logo']) => Media | undefined

/** `mediaOf` finds a picture of the library; undefined while it has none of that id. */
export const siteView = ({ agency, home }: Documents, mediaOf: MediaOf): SiteView => {
  const name = agency.name || AGENCY.name
  const pictureOf = (related: Agency['logo']): ImageView | null => {
    const media = mediaOf(related)
    return (media && imageView(media)) ?? null
  }
  const [icon, share] = [pictureOf(agency.icon), pictureOf(agency.share)]
  return {
    name,
    shortName: agency.shortName || name,
    tagline: agency.tagline || '',
    logo: pictureOf(agency.logo),
    icon: icon && (icon.webp[0]?.url ?? icon.plain),
    share: share && (share.share ?? share.plain),
    brand: isHexColor(agency.brand) ? circlePalette(agency.brand) : null,
    home: {
      title: home.title ?? '',
      lead: home.lead ?? '',
      doorsTitle: home.doorsTitle ?? '',
      doorsLead: home.doorsLead ?? '',
      doors: (home.doors ?? []).map(({ title, text, path }) => ({ title, text, path })),
    },
    menu: (home.menu ?? []).map(({ title, path }) => ({ title, path })),
    footer: home.footer ?? '',
    strategies: {
      title: home.strategiesTitle ?? '',
      lead: home.strategiesLead ?? '',
      source: home.strategiesSource ?? '',
    },
  }
}
