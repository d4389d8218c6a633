import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { demoWith, registerOnce, termsHash } from '../support/rush.ts'
import { startServer } from '../support/server.ts'
import { crowdWhileKilled, startSeveral } from '../support/several.ts'
import type { Bench, Section } from './bed.ts'
import { cpuSeconds, median, quantile, quiet } from './measure.ts'

// Five hundred people who all send the form for twenty seats at the same moment.

const [CROWD, SEATS, ROUNDS] = [500, 20, 3]

const once = async ({ demo, folder }: Pick<Bench, 'demo' | 'folder'>) => {
  const dataDir = await folder('empty')
  const target = demoWith(join(await demo(), 'onramp.db'), dataDir, SEATS)
  const server = await startServer({ DATA_DIR: dataDir, PANEL: 'off', SEED: 'none' })
  const hash = await termsHash(server.base, target)
  await quiet(server.pid)
  const took: number[] = []
  const before = cpuSeconds(server.pid)
  const begun = performance.now()
  const answers = await Promise.all(
    Array.from({ length: CROWD }, async (_, n) => {
      const answer = await registerOnce(server.base, target, hash, n, randomUUID())
      took.push(performance.now() - begun)
      return answer
    }),
  )
  const seconds = (performance.now() - begun) / 1000
  const cpuEach = ((cpuSeconds(server.pid) - before) / CROWD) * 1000
  await server.stop()
  return {
    perSecond: CROWD / seconds,
    cpuEach,
    p99: quantile(took, 0.99),
    confirmed: answers.filter(({ outcome }) => outcome === 'confirmed').length,
    others: answers.filter(({ status }) => status !== 201).length,
  }
}

export const rush: Section = async ({ say, demo, folder }) => {
  const rounds: Awaited<ReturnType<typeof once>>[] = []
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await once({ demo, folder }))
  const of = (field: keyof (typeof rounds)[number]) => rounds.map((round) => round[field])
  say('500 at once for 20 seats, one process: registrations a second', median(of('perSecond')), '/s', { atLeast: 300 })
  say('Processor time of one', median(of('cpuEach')), 'ms')
  say('99 of 100 answered within', median(of('p99')) / 1000, 's')
  say('Seats given', Math.max(...of('confirmed')), '', { is: SEATS })
  say('Answered otherwise than with 201', Math.max(...of('others')), '', { is: 0 })

  const dataDir = await folder('empty')
  const target = demoWith(join(await demo(), 'onramp.db'), dataDir, SEATS)
  const several = await startSeveral(3, { DATA_DIR: dataDir })
  const outcome = await crowdWhileKilled(several, dataDir, target, CROWD)
  await several.stop()
  say('The same at three processes, each killed in turn: a second', outcome.perSecond, '/s')
  say('Seats given', outcome.seats, '', { is: SEATS })
  say('Told that they have one', outcome.confirmed, '', { is: SEATS })
  say('Registrations, of as many people', outcome.rows, '', { is: CROWD })
  say('Different people', outcome.people, '', { is: CROWD })
  say('Different numbers', outcome.numbers, '', { is: CROWD })
  say('Answered otherwise than it is written', outcome.lost, '', { is: 0 })
}
