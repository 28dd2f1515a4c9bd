/** Signatures of a zip archive's parts, and how long their fixed fields are (APPNOTE.TXT 6.3, 4.3). */
const END = 0x06054b50;
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const DEFLATED = 8;

/**
 * Whether the XML files of a zip archive have more than `limit` bytes.
 *
 * They are decompressed to count, since the lengths that an archive states may be lies. Throws where it is damaged.
 */
export async function hasMoreXmlThan(archive: ArrayBuffer, limit: number): Promise<boolean> {
  let left = limit;
  for (const packed of xmlFiles(archive)) {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const reader = stream.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      left -= read.value.length;
      if (left >= 0) continue;
      await reader.cancel();
      return true;
    }
  }
  return false;
}

/** The compressed bytes of each XML file that an archive lists. */
function* xmlFiles(archive: ArrayBuffer): Generator<Uint8Array<ArrayBuffer>> {
  const view = new DataView(archive);
  let end = archive.byteLength - END_LENGTH;
  while (view.getUint32(end, true) !== END) end--;
  let entry = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (view.getUint32(entry, true) !== ENTRY) throw new TypeError("not a list of a zip archive's files");
    const nameLength = view.getUint16(entry + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(archive, entry + ENTRY_LENGTH, nameLength));
    if (/\.(xml|rels)$/i.test(name) && view.getUint16(entry + 10, true) === DEFLATED) {
      const local = view.getUint32(entry + 42, true);
      const extra = view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      yield new Uint8Array(archive, local + LOCAL_LENGTH + extra, view.getUint32(entry + 20, true));
    }
    entry += ENTRY_LENGTH + nameLength + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
}
