import type { importsEn } from './en.ts'

/** Finnish texts of own data from files. */
export const importsFi = {
} as const satisfies Record<keyof typeof importsEn, string>
