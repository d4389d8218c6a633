import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../support/server.ts'

/** A server that speaks MongoDB's protocol, from the Python package index: wire-compatible, and not MongoDB itself. */
const PACKAGE = 'secantusdb==0.7.0b3'
const PYTHONS = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python']
const NEW_ENOUGH = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))'

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? ''

const python = (): string | undefined => PYTHONS.find((name) => spawnSync(name, ['-c', NEW_ENOUGH]).status === 0)

export type Started = { url: string; stop: () => Promise<void> }

/** Why there can be none on this machine, in words for one line. */
export class NotHere extends Error {}

const install = (folder: string): string => {
  const found = python()
  if (!found) throw new NotHere('there is no Python 3.10 or newer with venv and pip')
  const made = spawnSync(found, ['-m', 'venv', folder], { encoding: 'utf8' })
  if (made.status !== 0) throw new NotHere(`python -m venv failed (${lastLine(made.stderr)})`)
  const pip = ['install', '--quiet', '--disable-pip-version-check', '--only-binary', ':all:', PACKAGE]
  const installed = spawnSync(join(folder, 'bin', 'pip'), pip, { encoding: 'utf8' })
  if (installed.status !== 0) throw new NotHere(`pip could not install ${PACKAGE} (${lastLine(installed.stderr)})`)
  return join(folder, 'bin', 'secantusd-py')
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

/**
 * Starts the server on a free port of this machine, installed into a virtual environment and storing into a folder that are both
 * gone when it is stopped.
 * @throws NotHere where it cannot be had
 */
export const startMongo = async (): Promise<Started> => {
  const folder = mkdtempSync(join(tmpdir(), 'onramp-mongodb-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const program = install(join(folder, 'python'))
    const port = await freePort()
    const settings = ['--host', '127.0.0.1', '--port', String(port), '--storage-path', join(folder, 'data')]
    const child = spawn(program, [...settings, '--log-level', 'ERROR'], { stdio: ['ignore', 'inherit', 'inherit'] })
    const exited = new Promise<void>((done) => child.once('close', () => done()))
    const stop = async () => {
      child.kill('SIGTERM')
      await Promise.race([exited, wait(10_000)])
      child.kill('SIGKILL')
      remove()
    }
    for (let tries = 0; tries < 300; tries += 1) {
      if (child.exitCode !== null) throw new Error(`The server ended at once, with code ${child.exitCode}.`)
      if (await answers(port)) return { url: `mongodb://127.0.0.1:${port}`, stop }
      await wait(200)
    }
    await stop()
    throw new Error('The server does not answer.')
  } catch (error) {
    remove()
    throw error
  }
}
