import { transfer } from 'comlink'
import { collectBuffers } from '../services/collect-buffers.ts'

/** Moves the answer's arrays instead of copying them. */
export async function moveAnswer<Value>(answer: Promise<Value>): Promise<Value> {
  const value = await answer
  // Comlink keeps what is moved as a key of a WeakMap, which null cannot be.
  return typeof value === 'object' && value !== null ? transfer(value, collectBuffers(value)) : value
}
