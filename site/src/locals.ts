import type { Catalog } from '#collections/catalog/catalog.ts'
import type { PublicServices } from '#collections/services/public.ts'
import type { StaffServices } from '#collections/services/staff.ts'
import type { ReviewerDesk } from '#collections/reviews/service/reviewer.ts'
import type { MessageKind } from '#collections/templates/states.ts'
import type { Locale } from '#collections/values/locale.ts'
import type { Wording } from '#collections/templates/placeholders.ts'
import type { EvidenceRefusal } from '#collections/files/evidence.ts'

declare global {
  // Astro finds its locals in this namespace.
  namespace App {
    interface Locals {
      /** What the public may read, as of this request. */
      catalog: Catalog
      /** What a visitor may ask for and do, at this moment. */
      visitor: PublicServices
      /** What a registrar sees and does; null for anyone who is not a registrar. */
      staff: StaffServices | null
      /** What a reviewer reads and scores; null for anyone who is none. */
      reviewer: ReviewerDesk | null
      /** The words of a kind of message, the draft where that is asked for; for staff who may read them, nobody else. */
      wordings?: (kind: MessageKind, reading: { locale: Locale; isDraft: boolean }) => Promise<Wording>
      /** A file that was just sent and not taken; the status is the one to answer with. */
      upload?: {
        status: number
        refusal: EvidenceRefusal
        /** How long a recording that is too long is. */
        seconds?: number
      }
      /** Where a form was sent by somebody whose sign-in had ended. */
      unsent?: string
      /** True while signed-in staff look at drafts. */
      isPreview: boolean
      /** The language of the page; texts are in site/src/messages. */
      locale: Locale
      /** The public origin, such as https://learn.example.org. */
      origin: string
    }
  }
}
