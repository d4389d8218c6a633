import type { ReactNode } from 'react'
import type { Evidence } from '#collections/attendance/policy.ts'
import { MESSAGE_STATE_LABELS } from '#collections/messages/states.ts'
import type { Payment, StatementLine } from '#collections/invoices/policy.ts'
import { PAYMENT_METHOD_LABELS } from '#collections/invoices/states.ts'
import type { Agreement } from '#collections/registrations/agreement.ts'
import { formatDay, formatInstant, type Day } from '#collections/values/day.ts'
import { formatAmount, formatMoney } from '#collections/values/money.ts'
import { Told, valueOf, zoneOf, type ReadingProps } from './Reading.tsx'

// What is kept as one piece, such as what somebody agreed to, told in words.

const Facts = ({ facts }: { facts: [string, ReactNode][] }) => (
  <dl className="told__facts">
    {facts.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

const inZone = (at: string, zone: string) => formatInstant(Temporal.Instant.from(at), zone, 'en', 'short')
const inShort = (day: Day) => formatDay(day, 'en', 'short')
const RATES = { member: 'Member rate', 'non-member': 'Non-member rate', none: 'No charge' }

/** What somebody agreed to when registering. */
export const Agreed = (props: ReadingProps) => {
  const { at, course, price, payer, feePerDay, substitution, events, check, terms, timeZone } = valueOf(
    props,
  ) as Agreement
  const cost = price.rate === 'none' ? '' : `: ${price.cents === null ? 'on request' : formatMoney(price.cents)}`
  return (
    <Told field={props.field}>
      <Facts
        facts={[
          ['As of', inZone(at, timeZone)],
          ['Course', course.title],
          ['Price', `${RATES[price.rate]}${cost}`],
          ['Who pays', `${payer.name}. ${payer.reason}`],
          ...events.map(({ days, freeUntil }): [string, string] => [
            `Free to cancel ${days.map(inShort).join(' and ')}`,
            freeUntil ? `until ${inZone(freeUntil, timeZone)}` : 'at any time',
          ]),
          ['Fee for each day missed', feePerDay === null ? 'None' : formatMoney(feePerDay)],
          ['A colleague may come instead', substitution ? 'Yes' : 'No'],
          ...(check
            ? [['Check', `${formatMoney(check.cents)}, here by ${inShort(check.due)}`] as [string, string]]
            : []),
        ]}
      />
      <details>
        <summary>The terms, as they are kept</summary>
        <p style={{ whiteSpace: 'pre-wrap' }}>{terms.text}</p>
        <p>Fingerprint (SHA-256): {terms.hash}</p>
      </details>
    </Told>
  )
}

/** The lines of a statement. */
export const Lines = (props: ReadingProps) => (
  <Told field={props.field}>
    <table className="told__table">
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">Day</th>
          <th scope="col">Why this payer</th>
          <th scope="col">Amount</th>
        </tr>
      </thead>
      <tbody>
        {(valueOf(props) as StatementLine[]).map(({ charge, registration, name, course, day, rule, cents }) => (
          <tr key={charge}>
            <td>{registration ? <a href={`/admin/collections/registrations/${registration}`}>{name}</a> : name}</td>
            <td>
              <a href={`/admin/collections/charges/${charge}`}>{course}</a>
            </td>
            <td>{inShort(day)}</td>
            <td>{rule}</td>
            <td>{formatAmount(cents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Told>
)

/** What was paid on a statement. */
export const Payments = (props: ReadingProps) => (
  <Told field={props.field}>
    <ul>
      {(valueOf(props) as Payment[]).map(({ id, method, reference, cents, day, by }) => (
        <li key={id}>
          {formatAmount(cents)} on {inShort(day)},{' '}
          {method === 'credit' ? `credit of statement ${reference}` : `${PAYMENT_METHOD_LABELS[method]} ${reference}`}.
          Recorded by {by}.
        </li>
      ))}
    </ul>
  </Told>
)

/** What a no-show fee rests on. */
export const FeeEvidence = (props: ReadingProps) => {
  const { missed, at, freeUntil, terms, messages } = valueOf(props) as Evidence
  const moment = (one: string) => inZone(one, zoneOf(props.payload))
  return (
    <Told field={props.field}>
      <Facts
        facts={[
          [missed === 'late' ? 'Canceled too late' : 'Was absent', moment(at)],
          ['Free to cancel', freeUntil ? `until ${moment(freeUntil)}` : 'The terms named no deadline.'],
          ['Terms accepted', `${moment(terms.acceptedAt)}${terms.how === 'paper' ? ', on paper' : ''}`],
        ]}
      />
      <p>Written to the person before:</p>
      <ul>
        {messages.map((one) => (
          <li key={`${one.at}${one.kind}`}>
            {moment(one.at)}: {one.subject} ({MESSAGE_STATE_LABELS[one.state as keyof typeof MESSAGE_STATE_LABELS]})
          </li>
        ))}
      </ul>
    </Told>
  )
}

/** Colleagues who handed the seat on, the latest last. */
export const Formerly = (props: ReadingProps) => (
  <Told field={props.field}>
    <ul>
      {(valueOf(props) as { name: string; email: string; at: string }[]).map(({ name, email, at }) => (
        <li key={at}>
          {name}, {email}, until {inZone(at, zoneOf(props.payload))}
        </li>
      ))}
    </ul>
  </Told>
)

/** What other programs are sent, as they read it. */
export const Sent = (props: ReadingProps) => (
  <Told field={props.field}>
    <details>
      <summary>Show it as programs read it</summary>
      <pre style={{ overflowX: 'auto' }}>{JSON.stringify(valueOf(props), null, 2)}</pre>
    </details>
  </Told>
)
