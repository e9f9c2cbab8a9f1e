/** The body as bytes, or null when it is longer than `maxBytes`; what the request says of its length is not believed. */
export async function readBody({ body }: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > maxBytes) return null;
    parts.push(part);
  }
  return Uint8Array.from(Buffer.concat(parts));
}
