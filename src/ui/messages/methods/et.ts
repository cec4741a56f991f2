import type { methodsEn } from './en.ts'

/** Estonian texts of the methods page and the mapping cards. */
export const methodsEt = {
} as const satisfies Record<keyof typeof methodsEn, string>
