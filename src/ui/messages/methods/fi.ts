import type { methodsEn } from './en.ts'

/** Finnish texts of the methods page and the mapping cards. */
export const methodsFi = {
} as const satisfies Record<keyof typeof methodsEn, string>
