import { signedIn } from '../baking.ts'
import { awardView, type AwardView } from '../view.ts'
import type { Download } from '../../invoices/service/documents.ts'
import type { Context } from '../../context/context.ts'
import { nameMine } from './holder.ts'
import { badgeIn } from './badges.ts'
import { awardWith, checkBadge, type Checked } from './check.ts'
import { awardData, issuerProfile, revocationList } from './documents.ts'
import { badgePicture, issuerPicture, type PictureKind } from './pictures.ts'
import { awardDownload } from './certificate-document.ts'

/** What anyone may ask about an award whose address they have, and about the badges somebody shows them. */
export const publicAwards = (context: Context) => {
  const viewOf = async (code: string): Promise<AwardView | undefined> => {
    const award = await awardWith(context, code)
    return award && awardView(award, badgeIn(award), context.now, context.zone)
  }
  return {
    read: viewOf,
    /** The badge as it was signed; undefined where there is none. */
    signedBadge: async (code: string): Promise<string | undefined> =>
      (await awardWith(context, code))?.signed ?? undefined,
    data: async (code: string) => {
      const [award, view] = await Promise.all([awardWith(context, code), viewOf(code)])
      return award && view && awardData(view, badgeIn(award), award.signed ?? null, context.now)
    },
    /** The award as a picture that carries the signed badge; undefined where there is no such award. */
    picture: async (code: string, kind: PictureKind): Promise<Buffer | undefined> => {
      const award = await awardWith(context, code)
      return award && badgePicture(context, award.title, kind, award.signed ?? undefined)
    },
    issuerPicture: () => issuerPicture(context),
    document: async (code: string): Promise<Download | undefined> => {
      const view = await viewOf(code)
      return view && awardDownload(context, view)
    },
    /** Shows or hides a holder's name, through the link to everything of their mailbox. */
    showName: (token: string, code: string, showsName: boolean) => nameMine(context, token, code, showsName),
    /** The badge in a file: the file itself, or what a picture carries. */
    textIn: (file: ArrayBuffer): string => signedIn(Buffer.from(file)) ?? Buffer.from(file).toString('utf8'),
    check: (text: string): Promise<Checked> => checkBadge(context, text),
    revoked: () => revocationList(context),
    issuer: () => issuerProfile(context),
    badgeKeys: async () => (await context.badgeKeys()).published,
  }
}

export type PublicAwards = ReturnType<typeof publicAwards>
