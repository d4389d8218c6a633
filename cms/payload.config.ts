import { configFor } from './config.ts'
import { readEnvironment } from './env.ts'

/** Where Payload's own commands look for the config; the server makes its own from the settings it has read. */
export default configFor(readEnvironment(process.env))
