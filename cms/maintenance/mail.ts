import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Finding } from './finding.ts'

const PATIENCE = 10_000
const PORTS = { 'smtp:': 587, 'smtps:': 465 }

const open = ({ protocol, hostname, port }: URL): Socket => {
  const isTls = protocol === 'smtps:'
  const at = { host: hostname, port: Number(port) || PORTS[isTls ? 'smtps:' : 'smtp:'] }
  return isTls ? connectTls({ ...at, servername: hostname }) : connectPlain(at)
}

/** Says nothing but the end: the greeting of a mail server is enough to know that there is one (RFC 5321, 3.1). */
const greeting = (url: URL): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = open(url).setTimeout(PATIENCE)
    socket.once('timeout', () => socket.destroy(new Error('no answer within ten seconds')))
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('it hung up')))
    socket.once('data', (data: Buffer) => {
      socket.end('QUIT\r\n')
      resolve(data.toString())
    })
  })

/** Whether a mail server answers where SMTP_URL says. Whether it takes the password shows when a message is sent. */
export const mailTrouble = async (smtpUrl: string | undefined): Promise<Finding[]> => {
  if (smtpUrl === undefined) return []
  const url = new URL(smtpUrl)
  const todo = 'Check host and port of SMTP_URL, and whether this machine may connect to it.'
  try {
    const said = await greeting(url)
    return said.startsWith('220') ? [] : [{ what: `What answers at ${url.host} is no mail server.`, todo }]
  } catch (error) {
    return [{ what: `No mail server answers at ${url.host} (${(error as Error).message}).`, todo }]
  }
}
