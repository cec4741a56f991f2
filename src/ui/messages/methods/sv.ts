import type { methodsEn } from './en.ts'

/** Swedish texts of the methods page and the mapping cards. */
export const methodsSv = {
} as const satisfies Record<keyof typeof methodsEn, string>
