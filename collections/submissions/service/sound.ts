import { parentPort, workerData } from 'node:worker_threads'
import { parseFile } from 'music-metadata'

// Runs in a thread of its own, see length.ts. Reads one recording, and says how many seconds it has.

const { format } = await parseFile(workerData as string, { skipCovers: true, mkvUseIndex: true, duration: false })
parentPort!.postMessage(format.duration, [])
