import type { Environment } from '../env.ts'
import { when, type Finding } from './finding.ts'

const PATIENCE = 10_000

const ask = (url: string): Promise<Response> =>
  fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) })

/** Whether visitors reach this site at its public address, and nothing there that is not for them. */
export const addressTrouble = async ({ siteUrl }: Pick<Environment, 'siteUrl'>): Promise<Finding[]> => {
  try {
    const [ready, home, metrics] = await Promise.all(['/readyz', '/', '/metrics'].map((path) => ask(siteUrl + path)))
    return [
      ...when(
        home!.status === 421,
        `The server at ${siteUrl} does not answer for that host name.`,
        'Have the proxy hand on the Host header as visitors send it, and set SITE_URL to what they type.',
      ),
      ...when(
        home!.status !== 421 && home!.headers.get('x-request-id') === null,
        `What answers at ${siteUrl} is not Onramp, or the proxy takes its headers away (status ${home!.status}).`,
        'Check the proxy, and that SITE_URL is the address visitors type.',
      ),
      ...when(
        !ready!.ok,
        `${siteUrl}/readyz says ${ready!.status}: ${(await ready!.text()).trim().slice(0, 120)}`,
        'See the log of the server.',
      ),
      ...when(metrics!.ok, `Anybody can read metrics at ${siteUrl}/metrics.`, 'Have the proxy hand on nothing there.'),
    ]
  } catch (error) {
    const reason = (error as Error).cause ?? error
    return [
      {
        what: `Nothing answers at ${siteUrl} from here (${(reason as Error).message}).`,
        todo: 'Start the server, and check the name, the certificate and the proxy.',
      },
    ]
  }
}
