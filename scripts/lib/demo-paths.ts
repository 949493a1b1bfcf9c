import { join } from 'node:path';

/** The demo's own folder within the data folder: an office folder, key files and pepper. No real office keeps these there. */
export function demoFolder(data: string): string {
  return join(data, 'demo');
}

export function demoPepperPath(data: string): string {
  return join(demoFolder(data), 'pepper');
}
