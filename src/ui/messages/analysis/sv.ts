import type { analysisEn } from './en.ts'

/** Swedish texts of comparing districts. */
export const analysisSv = {
} as const satisfies Record<keyof typeof analysisEn, string>
