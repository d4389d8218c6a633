import { SMTPServer } from 'smtp-server'

/** A message as it came over the wire. */
export type Delivered = { to: string[]; raw: string }

/** What the server says to a recipient: undefined takes the message, a number refuses it with that reply code. */
type Answers = { toRecipient?: number; toMessage?: number }

const refusal = (responseCode: number): Error =>
  Object.assign(new Error(responseCode < 500 ? 'Come back later' : 'No such mailbox'), { responseCode })

/** A real mail server on a port of its own, which keeps what it takes and answers as it is told. */
export const openMailServer = async (port: number) => {
  const delivered: Delivered[] = []
  const answers: Answers = {}
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    hideENHANCEDSTATUSCODES: true,
    onRcptTo: (_address, _session, done) => done(answers.toRecipient ? refusal(answers.toRecipient) : null),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (answers.toMessage) return done(refusal(answers.toMessage))
        delivered.push({
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        })
        done(null)
      })
    },
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done).unref())
  return {
    delivered,
    answers,
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}

export type Part = { type: string; headers: string; content: string }

const decode = (encoding: string, body: string): string => {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return body
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** The parts of a message that are no containers of others, in order, their contents decoded. */
export const partsOf = (raw: string): Part[] => {
  const at = raw.indexOf('\r\n\r\n')
  const headers = raw.slice(0, at).replace(/\r\n[ \t]+/g, ' ')
  const body = raw.slice(at + 4)
  const type = /^Content-Type: ([^;\r]+)/im.exec(headers)?.[1] ?? 'text/plain'
  const boundary = /boundary="([^"]+)"/i.exec(headers)?.[1]
  if (type.startsWith('multipart/') && boundary)
    return body
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap((part) => partsOf(part.replace(/^\r\n|\r\n$/g, '')))
  const encoding = /^Content-Transfer-Encoding: (\S+)/im.exec(headers)?.[1] ?? '7bit'
  return [{ type, headers, content: decode(encoding, body) }]
}

/** One header of a message, unfolded. */
export const headerOf = (raw: string, name: string): string | undefined =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' '))?.[1]
