import type { importsEn } from './en.ts'

/** Estonian texts of own data from files. */
export const importsEt = {
} as const satisfies Record<keyof typeof importsEn, string>
