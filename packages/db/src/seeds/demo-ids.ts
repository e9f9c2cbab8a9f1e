import { UUID } from 'uuidv7';
import type { Random } from './random.ts';

/** A UUIDv7 for that moment (milliseconds since 1970), the same for the same generator's state. */
export function idAt(at: number, random: Random): string {
  return UUID.fromFieldsV7(at, random.int(0, 0xfff), random.int(0, 0x3fff_ffff), random.int(0, 0xffff_ffff)).toString();
}
