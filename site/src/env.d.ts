/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** What the public may read, as of this request. */
    catalog: import('#cms/catalog/index.ts').Catalog
    /** The registration desk, for the person who asks. */
    desk: import('#collections/services/public.ts').PublicDesk
    /** The same desk from behind; null for anyone who is not a registrar. */
    staff: import('#collections/services/staff.ts').StaffDesk | null
    /** What a reviewer reads and scores; null for anyone who is none. */
    reviewer: import('#collections/reviews/service/reviewer.ts').ReviewerDesk | null
    /** The words of a kind of message, the draft where that is asked for; for staff who may read them, nobody else. */
    wordings?: (
      kind: import('#collections/templates/states.ts').MessageKind,
      reading: { locale: import('#collections/values/locale.ts').Locale; isDraft: boolean },
    ) => Promise<import('#collections/templates/placeholders.ts').Wording>
    /** A file that was just sent and not taken; the status is the one to answer with. */
    upload?: {
      status: number
      refusal: import('#collections/files/evidence.ts').EvidenceRefusal
      /** How long a recording that is too long is. */
      seconds?: number
    }
    /** True while signed-in staff look at drafts. */
    isPreview: boolean
    /** The language of the page; texts are in site/src/messages. */
    locale: import('#collections/values/locale.ts').Locale
    /** The public origin, such as https://learn.example.org. */
    origin: string
  }
}
