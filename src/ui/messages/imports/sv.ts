import type { importsEn } from './en.ts'

/** Swedish texts of own data from files. */
export const importsSv = {
} as const satisfies Record<keyof typeof importsEn, string>
