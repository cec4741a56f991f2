import type { remoteEn } from './en.ts'

/** Swedish texts of online services and the catalogue. */
export const remoteSv = {
} as const satisfies Record<keyof typeof remoteEn, string>
