import { onAPhone } from './on-a-phone.ts'
import { ALL, MAIN } from './pages.ts'

onAPhone(ALL, MAIN)
