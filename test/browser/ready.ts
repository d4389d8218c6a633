import { inject } from 'vitest'
import { atGate } from '../support/gate.ts'

// The tests here begin once the server with the demo is ready.
await atGate(inject('atSite'))
