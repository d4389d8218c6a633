import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { OfficePaste as OfficePaste_21b43cc70e2aed83ae3fa08dd6ae6fc1 } from '../../../admin/OfficePaste'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RowLabel as RowLabel_48ed4d7da4b97b69da8da597bfcf487e } from '../../../admin/RowLabel'
import { MoneyCell as MoneyCell_4c017b4dca11a2ef381f5dc7aa9e422b } from '../../../admin/MoneyCell'
import { MoneyField as MoneyField_0ea25dd3ae819f5f8cb7a79eacea61dd } from '../../../admin/MoneyField'
import { SlugField as SlugField_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { Editing as Editing_649233e8bbaffc7d35248ffeff25ace0 } from '../../../admin/Editing'
import { DayField as DayField_fe313509032b98d97f8fb40be64f1274 } from '../../../admin/DayField'
import { TimeField as TimeField_fe313509032b98d97f8fb40be64f1274 } from '../../../admin/DayField'
import { SessionLink as SessionLink_db42dde09ed99aef6806bc5cf6df2063 } from '../../../admin/DeskLink'
import { ColorField as ColorField_81705608782764aabf0b021fef34f1bf } from '../../../admin/ColorField'
import { NewSeason as NewSeason_db42dde09ed99aef6806bc5cf6df2063 } from '../../../admin/DeskLink'
import { Placeholders as Placeholders_5be15ed88cc248fd2a06654ec21f3012 } from '../../../admin/Placeholders'
import { Reading as Reading_5c6d6d05e3dd5415f35209b571c1d834 } from '../../../admin/Reading'
import { ReadingCell as ReadingCell_5c6d6d05e3dd5415f35209b571c1d834 } from '../../../admin/Reading'
import { Agreed as Agreed_ae809d09b7a442ad9e0f3fc0d6da645e } from '../../../admin/Records'
import { Formerly as Formerly_ae809d09b7a442ad9e0f3fc0d6da645e } from '../../../admin/Records'
import { RegistrationLink as RegistrationLink_db42dde09ed99aef6806bc5cf6df2063 } from '../../../admin/DeskLink'
import { FeeEvidence as FeeEvidence_ae809d09b7a442ad9e0f3fc0d6da645e } from '../../../admin/Records'
import { Changes as Changes_dbb867070deb1cd835936b3257f46ad5 } from '../../../admin/Changes'
import { Sent as Sent_ae809d09b7a442ad9e0f3fc0d6da645e } from '../../../admin/Records'
import { Lines as Lines_ae809d09b7a442ad9e0f3fc0d6da645e } from '../../../admin/Records'
import { Payments as Payments_ae809d09b7a442ad9e0f3fc0d6da645e } from '../../../admin/Records'
import { InvoiceLink as InvoiceLink_db42dde09ed99aef6806bc5cf6df2063 } from '../../../admin/DeskLink'
import { PasswordLink as PasswordLink_515c11710ef999eb05d49edd75963b25 } from '../../../admin/PasswordLink'
import { SignInSafety as SignInSafety_08a92a5aebee4f2bfad59d08e26c12e9 } from '../../../admin/SignInSafety'
import { Invite as Invite_5ff6d6fe7309c28d2122d4b559984d6c } from '../../../admin/Invite'
import { Icon as Icon_d4751384a7cf3b09ce46117cb8895da1 } from '../../../admin/Brand'
import { Logo as Logo_d4751384a7cf3b09ce46117cb8895da1 } from '../../../admin/Brand'
import { SetupList as SetupList_d9f03f2638dd0a7ac4cb4209e62ea556 } from '../../../admin/SetupList'
import { Today as Today_91bf4f1e37930d6da9cb448248d1eb8f } from '../../../admin/Today'
import { DeskNav as DeskNav_c6cdd12592ec3669b520bfe5d91c12f0 } from '../../../admin/DeskNav'
import { Season as Season_53a64fba5f57eb2dc1432c59663d3d26 } from '../../../admin/Season'
import { SignIn as SignIn_46f73d637e8e29370ac0a4f105345c30 } from '../../../admin/SignIn'
import { Demo as Demo_e3f9637805f316fc31f2509c672754e5 } from '../../../admin/Demo'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "/admin/OfficePaste#OfficePaste": OfficePaste_21b43cc70e2aed83ae3fa08dd6ae6fc1,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/admin/RowLabel#RowLabel": RowLabel_48ed4d7da4b97b69da8da597bfcf487e,
  "/admin/MoneyCell#MoneyCell": MoneyCell_4c017b4dca11a2ef381f5dc7aa9e422b,
  "/admin/MoneyField#MoneyField": MoneyField_0ea25dd3ae819f5f8cb7a79eacea61dd,
  "@payloadcms/next/client#SlugField": SlugField_2b8867833a34864a02ddf429b0728a40,
  "/admin/Editing#Editing": Editing_649233e8bbaffc7d35248ffeff25ace0,
  "/admin/DayField#DayField": DayField_fe313509032b98d97f8fb40be64f1274,
  "/admin/DayField#TimeField": TimeField_fe313509032b98d97f8fb40be64f1274,
  "/admin/DeskLink#SessionLink": SessionLink_db42dde09ed99aef6806bc5cf6df2063,
  "/admin/ColorField#ColorField": ColorField_81705608782764aabf0b021fef34f1bf,
  "/admin/DeskLink#NewSeason": NewSeason_db42dde09ed99aef6806bc5cf6df2063,
  "/admin/Placeholders#Placeholders": Placeholders_5be15ed88cc248fd2a06654ec21f3012,
  "/admin/Reading#Reading": Reading_5c6d6d05e3dd5415f35209b571c1d834,
  "/admin/Reading#ReadingCell": ReadingCell_5c6d6d05e3dd5415f35209b571c1d834,
  "/admin/Records#Agreed": Agreed_ae809d09b7a442ad9e0f3fc0d6da645e,
  "/admin/Records#Formerly": Formerly_ae809d09b7a442ad9e0f3fc0d6da645e,
  "/admin/DeskLink#RegistrationLink": RegistrationLink_db42dde09ed99aef6806bc5cf6df2063,
  "/admin/Records#FeeEvidence": FeeEvidence_ae809d09b7a442ad9e0f3fc0d6da645e,
  "/admin/Changes#Changes": Changes_dbb867070deb1cd835936b3257f46ad5,
  "/admin/Records#Sent": Sent_ae809d09b7a442ad9e0f3fc0d6da645e,
  "/admin/Records#Lines": Lines_ae809d09b7a442ad9e0f3fc0d6da645e,
  "/admin/Records#Payments": Payments_ae809d09b7a442ad9e0f3fc0d6da645e,
  "/admin/DeskLink#InvoiceLink": InvoiceLink_db42dde09ed99aef6806bc5cf6df2063,
  "/admin/PasswordLink#PasswordLink": PasswordLink_515c11710ef999eb05d49edd75963b25,
  "/admin/SignInSafety#SignInSafety": SignInSafety_08a92a5aebee4f2bfad59d08e26c12e9,
  "/admin/Invite#Invite": Invite_5ff6d6fe7309c28d2122d4b559984d6c,
  "/admin/Brand#Icon": Icon_d4751384a7cf3b09ce46117cb8895da1,
  "/admin/Brand#Logo": Logo_d4751384a7cf3b09ce46117cb8895da1,
  "/admin/SetupList#SetupList": SetupList_d9f03f2638dd0a7ac4cb4209e62ea556,
  "/admin/Today#Today": Today_91bf4f1e37930d6da9cb448248d1eb8f,
  "/admin/DeskNav#DeskNav": DeskNav_c6cdd12592ec3669b520bfe5d91c12f0,
  "/admin/Season#Season": Season_53a64fba5f57eb2dc1432c59663d3d26,
  "/admin/SignIn#SignIn": SignIn_46f73d637e8e29370ac0a4f105345c30,
  "/admin/Demo#Demo": Demo_e3f9637805f316fc31f2509c672754e5,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
