import type { remoteEn } from './en.ts'

/** Finnish texts of online services and the catalogue. */
export const remoteFi = {
} as const satisfies Record<keyof typeof remoteEn, string>
