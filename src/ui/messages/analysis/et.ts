import type { analysisEn } from './en.ts'

/** Estonian texts of comparing districts. */
export const analysisEt = {
} as const satisfies Record<keyof typeof analysisEn, string>
