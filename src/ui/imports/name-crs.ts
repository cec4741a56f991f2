import { crsOf, type EpsgCode } from '../../geo/crs.ts'
import type { Messages } from '../context.tsx'
import { isMessageKey } from '../messages/index.ts'

/** What a CRS is called where one is chosen: what it is for where the language has words for it, its name and its code. */
export function nameCrs({ text }: Pick<Messages, 'text'>, epsg: EpsgCode): string {
  const values = { name: crsOf(epsg).shortName, code: `EPSG:${epsg}` }
  const key: string = `imports.crs.${epsg}`
  return isMessageKey(key) ? text(key, values) : text('imports.crs.other', values)
}
