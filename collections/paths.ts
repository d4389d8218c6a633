/** Addresses under the name they had before: programs that drive a server from outside import them from here. */
export { paths } from './kernel/paths.ts'
