import type { Context } from '../../context/context.ts'
import { csvDownload, type Download } from '../../invoices/service/documents.ts'
import { aging } from '../../invoices/service/aging.ts'
import { reportCsv } from '../csv.ts'
import type { Period, Report } from '../policy.ts'
import { namesIn, type Names } from './named.ts'
import { reportPdf } from './pdf.ts'
import { readReport } from './read.ts'

type ReportKind = 'csv' | 'pdf'

/** Reports, as the desk reads them and takes them to the board. */
export const staffReports = (context: Context) => ({
  read: async (period: Period): Promise<{ report: Report; nameOf: Names }> => {
    const [report, nameOf] = await Promise.all([readReport(context, period), namesIn(context)])
    return { report, nameOf }
  },
  /** What is owed, by payer. */
  aging: () => aging(context),
  download: async (period: Period, kind: ReportKind): Promise<Download> => {
    const [report, nameOf] = await Promise.all([readReport(context, period), namesIn(context)])
    const name = `report-${period.from}-${period.until}`
    if (kind === 'csv') return csvDownload(name, reportCsv(report, nameOf))
    const provider = (await context.agency()).name
    const body = await reportPdf({ report, nameOf, provider, madeAt: context.now })
    return { name: `${name}.pdf`, type: 'application/pdf', body }
  },
})
