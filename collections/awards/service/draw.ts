import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'

// Runs as a program of its own, see pictures.ts: turns a drawing of ours into dots. The server itself opens no drawings, so that
// none that somebody sends it ever is.

const side = Number(process.argv[2])
const svg = await buffer(process.stdin)
const png = await sharp(svg).resize(side, side).png({ palette: true, compressionLevel: 9 }).toBuffer()
process.stdout.write(png)
