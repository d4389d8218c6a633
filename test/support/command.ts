import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What a command printed, and its exit code. */
export type Said = { code: number; output: string; errors: string }

/** Runs one of our commands as whoever runs the site does, with no settings but these. */
export const callCommand = (program: string, args: string[], settings: Record<string, string>): Promise<Said> =>
  new Promise((done) => {
    const env: NodeJS.ProcessEnv = { PATH: process.env['PATH'], NODE_ENV: 'production', ...settings }
    execFile(process.execPath, [program, ...args], { cwd: ROOT, env }, (error, output, errors) =>
      done({ code: Number(error?.code ?? 0), output, errors }),
    )
  })
