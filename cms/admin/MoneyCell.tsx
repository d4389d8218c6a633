import type { DefaultServerCellComponentProps } from 'payload'
import { formatAmount } from '#collections/values/money.ts'

/** A price in a list, as the site says it; the field holds cents. */
export const MoneyCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span>{typeof cellData === 'number' ? (cellData === 0 ? 'No charge' : formatAmount(cellData)) : 'On request'}</span>
)
