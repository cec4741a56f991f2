import type { analysisEn } from './en.ts'

/** Finnish texts of comparing districts. */
export const analysisFi = {
} as const satisfies Record<keyof typeof analysisEn, string>
